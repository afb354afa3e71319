/** The individual plan: SMART goals, steps, versions and the participant's agreement to each. */
@NullMarked
package org.throughcare.participant.plan;

import org.jspecify.annotations.NullMarked;
