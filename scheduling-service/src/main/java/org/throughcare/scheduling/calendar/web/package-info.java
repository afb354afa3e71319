/** Calendars over HTTP. */
@NullMarked
package org.throughcare.scheduling.calendar.web;

import org.jspecify.annotations.NullMarked;
