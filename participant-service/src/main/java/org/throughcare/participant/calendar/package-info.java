/** What is ahead for participants, as a list and for ordinary calendar programs. */
@NullMarked
package org.throughcare.participant.calendar;

import org.jspecify.annotations.NullMarked;
