/** Notes-service as a whole, running. */
@NullMarked
package org.throughcare.notes;

import org.jspecify.annotations.NullMarked;
