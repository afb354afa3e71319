@NullMarked
package org.throughcare.scheduling.departure;

import org.jspecify.annotations.NullMarked;
