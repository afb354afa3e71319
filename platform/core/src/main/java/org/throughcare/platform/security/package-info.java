/** Who is calling, in which role, and whose case they may open. */
@NullMarked
package org.throughcare.platform.security;

import org.jspecify.annotations.NullMarked;
