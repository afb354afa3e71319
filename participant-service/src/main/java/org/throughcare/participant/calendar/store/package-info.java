/** Puts the calendars together. */
@NullMarked
package org.throughcare.participant.calendar.store;

import org.jspecify.annotations.NullMarked;
