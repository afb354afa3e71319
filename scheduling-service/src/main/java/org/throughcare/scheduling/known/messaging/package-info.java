/** Keeps the copies. */
@NullMarked
package org.throughcare.scheduling.known.messaging;

import org.jspecify.annotations.NullMarked;
