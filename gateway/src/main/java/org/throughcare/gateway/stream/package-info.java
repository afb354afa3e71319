/** The live stream: hints of what changed, for whoever may see it. */
@NullMarked
package org.throughcare.gateway.stream;

import org.jspecify.annotations.NullMarked;
