/** The main job, carried through a suite that a test has started. */
@NullMarked
package org.throughcare.acceptance.journey;

import org.jspecify.annotations.NullMarked;
