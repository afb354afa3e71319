/** The business clock and the durable deadlines that run on it. */
@NullMarked
package org.throughcare.platform.time;

import org.jspecify.annotations.NullMarked;
