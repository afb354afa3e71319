/** Cadence over HTTP, and its wiring. */
@NullMarked
package org.throughcare.scheduling.cadence.web;

import org.jspecify.annotations.NullMarked;
