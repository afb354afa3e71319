/** What opens, closes and withdraws tasks. */
@NullMarked
package org.throughcare.scheduling.task.messaging;

import org.jspecify.annotations.NullMarked;
