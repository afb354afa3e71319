/** How often a participant is met, before and after release. */
@NullMarked
package org.throughcare.scheduling.cadence;

import org.jspecify.annotations.NullMarked;
