/** Hears of what this service itself announced. */
@NullMarked
package org.throughcare.scheduling.following.messaging;

import org.jspecify.annotations.NullMarked;
