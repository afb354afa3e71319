/** Aggregates as documents: guarded writes with their outbox and handled marks, and copies of what others own. */
@NullMarked
package org.throughcare.platform.store;

import org.jspecify.annotations.NullMarked;
