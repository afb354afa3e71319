/** Who works with a participant, before and after release, and how the work is handed over. */
@NullMarked
package org.throughcare.participant.casework;

import org.jspecify.annotations.NullMarked;
