/** The relay's way to the broker over a line that breaks. */
@NullMarked
package org.throughcare.platform.messaging;

import org.jspecify.annotations.NullMarked;
