/** The edge of the suite: who comes in, what is passed on, and what is put together for a screen. */
@NullMarked
package org.throughcare.gateway;

import org.jspecify.annotations.NullMarked;
