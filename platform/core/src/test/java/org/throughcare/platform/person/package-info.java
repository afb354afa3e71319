@NullMarked
package org.throughcare.platform.person;

import org.jspecify.annotations.NullMarked;
