/** Who was taken in and still waits: for a case, or for the decision about enrolment; in order of priority of service. */
@NullMarked
package org.throughcare.participant.intake;

import org.jspecify.annotations.NullMarked;
