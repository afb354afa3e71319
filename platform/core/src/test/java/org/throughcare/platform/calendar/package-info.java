@NullMarked
package org.throughcare.platform.calendar;

import org.jspecify.annotations.NullMarked;
