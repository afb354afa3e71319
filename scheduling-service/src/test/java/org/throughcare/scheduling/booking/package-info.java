@NullMarked
package org.throughcare.scheduling.booking;

import org.jspecify.annotations.NullMarked;
