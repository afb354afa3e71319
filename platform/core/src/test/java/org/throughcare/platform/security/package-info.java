/** Access on the strength of copies and of their owner. */
@NullMarked
package org.throughcare.platform.security;

import org.jspecify.annotations.NullMarked;
