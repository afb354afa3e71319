/** What moves the cadence. */
@NullMarked
package org.throughcare.scheduling.cadence.messaging;

import org.jspecify.annotations.NullMarked;
