/** Disengaged searches, rule by rule. */
@NullMarked
package org.throughcare.notes.note.web;

import org.jspecify.annotations.NullMarked;
