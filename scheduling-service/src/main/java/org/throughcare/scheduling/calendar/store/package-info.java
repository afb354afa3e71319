/** Keeps the secret addresses of calendars. */
@NullMarked
package org.throughcare.scheduling.calendar.store;

import org.jspecify.annotations.NullMarked;
