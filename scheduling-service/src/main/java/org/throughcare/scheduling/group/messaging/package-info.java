/** Hears of groups what this service itself announced. */
@NullMarked
package org.throughcare.scheduling.group.messaging;

import org.jspecify.annotations.NullMarked;
