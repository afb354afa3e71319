/** Exits and follow-ups of a worker's caseload for an ordinary calendar program. */
@NullMarked
package org.throughcare.participant.calendar;

import org.jspecify.annotations.NullMarked;
