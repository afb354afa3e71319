/** Case notes, rule by rule. */
@NullMarked
package org.throughcare.notes.note;

import org.jspecify.annotations.NullMarked;
