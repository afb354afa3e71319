/** A worker's appointments for an ordinary calendar program. */
@NullMarked
package org.throughcare.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
