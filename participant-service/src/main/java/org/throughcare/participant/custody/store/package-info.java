/** Custody records as they are kept. */
@NullMarked
package org.throughcare.participant.custody.store;

import org.jspecify.annotations.NullMarked;
