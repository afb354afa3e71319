/** When a worker can be met, by weekday and place, and which slots are free. */
@NullMarked
package org.throughcare.scheduling.availability;

import org.jspecify.annotations.NullMarked;
