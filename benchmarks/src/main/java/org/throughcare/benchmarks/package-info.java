/** Measures the suite beside what the bare store and the bare broker can do, in one run on one machine. */
@NullMarked
package org.throughcare.benchmarks;

import org.jspecify.annotations.NullMarked;
