/** Copies of what participant-service announces. */
@NullMarked
package org.throughcare.notes.known.store;

import org.jspecify.annotations.NullMarked;
