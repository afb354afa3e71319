/** The participant's copy of the plan as a tagged PDF (N3). */
@NullMarked
package org.throughcare.participant.plan.pdf;

import org.jspecify.annotations.NullMarked;
