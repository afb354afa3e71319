/** Calendars over HTTP. */
@NullMarked
package org.throughcare.participant.calendar.web;

import org.jspecify.annotations.NullMarked;
