/** The list of participants as it is kept, built from events. */
@NullMarked
package org.throughcare.participant.roster.store;

import org.jspecify.annotations.NullMarked;
