/** The intake queue as it is kept, built from events. */
@NullMarked
package org.throughcare.participant.intake.store;

import org.jspecify.annotations.NullMarked;
