/** Programme policies as they are kept, and the values that ship. */
@NullMarked
package org.throughcare.participant.policy.store;

import org.jspecify.annotations.NullMarked;
