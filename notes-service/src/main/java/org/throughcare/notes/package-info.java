/** What was said and done: case notes, contacts, searches. */
@NullMarked
package org.throughcare.notes;

import org.jspecify.annotations.NullMarked;
