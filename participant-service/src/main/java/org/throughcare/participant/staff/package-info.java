/** Staff members: role, sites, contact card and jail clearance. */
@NullMarked
package org.throughcare.participant.staff;

import org.jspecify.annotations.NullMarked;
