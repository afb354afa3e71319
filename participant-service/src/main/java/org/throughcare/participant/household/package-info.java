/** Who lives together, and what a family plans together (H4). */
@NullMarked
package org.throughcare.participant.household;

import org.jspecify.annotations.NullMarked;
