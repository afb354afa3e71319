/** Keeps availability. */
@NullMarked
package org.throughcare.scheduling.availability.store;

import org.jspecify.annotations.NullMarked;
