/** The main job, end to end: one person carried from jail intake to a year after release. */
@NullMarked
package org.throughcare.acceptance.journey;

import org.jspecify.annotations.NullMarked;
