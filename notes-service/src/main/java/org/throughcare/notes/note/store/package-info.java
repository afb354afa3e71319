/** Case notes in the store: sealed text, the timeline, the journal's word on a hash. */
@NullMarked
package org.throughcare.notes.note.store;

import org.jspecify.annotations.NullMarked;
