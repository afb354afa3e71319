/** Hears of merges. */
@NullMarked
package org.throughcare.scheduling.merging.messaging;

import org.jspecify.annotations.NullMarked;
