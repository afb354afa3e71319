/** Who the person is, where they are held, who works with them, and under which rules. */
@NullMarked
package org.throughcare.participant;

import org.jspecify.annotations.NullMarked;
