/** Puts the calendars together. */
@NullMarked
package org.throughcare.scheduling.calendar.store;

import org.jspecify.annotations.NullMarked;
