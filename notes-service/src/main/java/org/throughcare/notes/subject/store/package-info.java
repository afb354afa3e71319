/** What is held about one person, from the stores. */
@NullMarked
package org.throughcare.notes.subject.store;

import org.jspecify.annotations.NullMarked;
