/** News of departures, and what follows from it. */
@NullMarked
package org.throughcare.scheduling.departure.messaging;

import org.jspecify.annotations.NullMarked;
