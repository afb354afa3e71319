/** Signed notes and attendance as evidence that a service was given. */
@NullMarked
package org.throughcare.participant.enrolment.messaging;

import org.jspecify.annotations.NullMarked;
