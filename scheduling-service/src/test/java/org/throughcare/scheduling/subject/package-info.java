@NullMarked
package org.throughcare.scheduling.subject;

import org.jspecify.annotations.NullMarked;
