/** When and where: availability, appointments, groups, cadence, and what a release does to them. */
@NullMarked
package org.throughcare.scheduling;

import org.jspecify.annotations.NullMarked;
