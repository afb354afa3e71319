/** Refusals and failures of the edge itself, as problem details. */
@NullMarked
package org.throughcare.gateway.problem;

import org.jspecify.annotations.NullMarked;
