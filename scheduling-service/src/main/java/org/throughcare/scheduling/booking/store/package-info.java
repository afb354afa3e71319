/** Keeps appointments and claims. */
@NullMarked
package org.throughcare.scheduling.booking.store;

import org.jspecify.annotations.NullMarked;
