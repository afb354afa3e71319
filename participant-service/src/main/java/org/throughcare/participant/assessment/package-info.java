/** What staff and participant found out together: the objective assessment and its repetitions. */
@NullMarked
package org.throughcare.participant.assessment;

import org.jspecify.annotations.NullMarked;
