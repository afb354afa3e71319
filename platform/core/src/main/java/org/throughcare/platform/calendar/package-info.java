/** The secret addresses under which calendar programs fetch what a worker has ahead. */
@NullMarked
package org.throughcare.platform.calendar;

import org.jspecify.annotations.NullMarked;
