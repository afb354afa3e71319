/** Appointments over HTTP. */
@NullMarked
package org.throughcare.scheduling.booking.web;

import org.jspecify.annotations.NullMarked;
