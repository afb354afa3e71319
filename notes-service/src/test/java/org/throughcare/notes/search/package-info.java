/** Disengaged searches, rule by rule. */
@NullMarked
package org.throughcare.notes.search;

import org.jspecify.annotations.NullMarked;
