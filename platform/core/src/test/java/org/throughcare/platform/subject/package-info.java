@NullMarked
package org.throughcare.platform.subject;

import org.jspecify.annotations.NullMarked;
