/** Wiring and store of households. */
@NullMarked
package org.throughcare.participant.household.store;

import org.jspecify.annotations.NullMarked;
