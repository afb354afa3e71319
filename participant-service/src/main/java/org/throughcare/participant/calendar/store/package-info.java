/** Keeps the secret addresses of calendars. */
@NullMarked
package org.throughcare.participant.calendar.store;

import org.jspecify.annotations.NullMarked;
