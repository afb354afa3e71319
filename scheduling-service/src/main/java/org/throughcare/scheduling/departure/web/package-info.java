/** Departures over HTTP. */
@NullMarked
package org.throughcare.scheduling.departure.web;

import org.jspecify.annotations.NullMarked;
