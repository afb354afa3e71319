/** Tries to break what the backbone promises. */
@NullMarked
package org.throughcare.platform.messaging;

import org.jspecify.annotations.NullMarked;
