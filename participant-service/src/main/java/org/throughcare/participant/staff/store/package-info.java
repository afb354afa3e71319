/** Staff members as they are kept. */
@NullMarked
package org.throughcare.participant.staff.store;

import org.jspecify.annotations.NullMarked;
