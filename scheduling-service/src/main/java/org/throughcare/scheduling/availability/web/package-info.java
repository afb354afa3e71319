/** Availability over HTTP. */
@NullMarked
package org.throughcare.scheduling.availability.web;

import org.jspecify.annotations.NullMarked;
