/** Appointments, and the claims that let nobody be double booked. */
@NullMarked
package org.throughcare.scheduling.booking;

import org.jspecify.annotations.NullMarked;
