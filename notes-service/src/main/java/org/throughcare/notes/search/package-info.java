/** Disengaged searches: steps in order until the participant is found or a decision is taken. */
@NullMarked
package org.throughcare.notes.search;

import org.jspecify.annotations.NullMarked;
