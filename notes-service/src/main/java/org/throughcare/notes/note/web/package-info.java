/** Case notes over HTTP. */
@NullMarked
package org.throughcare.notes.note.web;

import org.jspecify.annotations.NullMarked;
