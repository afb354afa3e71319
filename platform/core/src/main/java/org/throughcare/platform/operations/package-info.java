/** What an operator sees and does: dead letters, outbox, re-announce, clock. */
@NullMarked
package org.throughcare.platform.operations;

import org.jspecify.annotations.NullMarked;
