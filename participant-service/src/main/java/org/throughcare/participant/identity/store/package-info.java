/** Participants and claims as they are kept. */
@NullMarked
package org.throughcare.participant.identity.store;

import org.jspecify.annotations.NullMarked;
