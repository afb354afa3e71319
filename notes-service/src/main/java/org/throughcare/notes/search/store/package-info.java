/** Disengaged searches in the store. */
@NullMarked
package org.throughcare.notes.search.store;

import org.jspecify.annotations.NullMarked;
