/** A year of one participant under each policy that ships, side by side, with every date worked out by hand. */
@NullMarked
package org.throughcare.acceptance.year;

import org.jspecify.annotations.NullMarked;
