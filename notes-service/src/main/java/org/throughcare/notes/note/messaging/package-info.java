/** What follows from this service's own signed notes. */
@NullMarked
package org.throughcare.notes.note.messaging;

import org.jspecify.annotations.NullMarked;
