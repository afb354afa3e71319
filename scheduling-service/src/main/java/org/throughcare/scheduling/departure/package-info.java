/** What a worker's departure leaves in their diary (L12). */
@NullMarked
package org.throughcare.scheduling.departure;

import org.jspecify.annotations.NullMarked;
