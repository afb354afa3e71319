/** Programmes, services with their evidence, the exit clock, placement and follow-up: one participation at a time. */
@NullMarked
package org.throughcare.participant.enrolment;

import org.jspecify.annotations.NullMarked;
