@NullMarked
package org.throughcare.scheduling.cadence;

import org.jspecify.annotations.NullMarked;
