/** Case notes: drafted, signed once, amended, never changed. */
@NullMarked
package org.throughcare.notes.note;

import org.jspecify.annotations.NullMarked;
