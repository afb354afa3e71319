/** The suite's processes, and the store and broker they stand on, as tests start, break and stop them. */
@NullMarked
package org.throughcare.acceptance.process;

import org.jspecify.annotations.NullMarked;
