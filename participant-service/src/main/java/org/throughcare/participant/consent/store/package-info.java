/** Releases of information as they are kept. */
@NullMarked
package org.throughcare.participant.consent.store;

import org.jspecify.annotations.NullMarked;
