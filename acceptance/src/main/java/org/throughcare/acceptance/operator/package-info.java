/** What {@code ./throughcare ops} asks and prints. */
@NullMarked
package org.throughcare.acceptance.operator;

import org.jspecify.annotations.NullMarked;
