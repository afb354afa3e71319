/** The list a case manager works from: who is here, where they stand, and who answers for them. */
@NullMarked
package org.throughcare.participant.roster;

import org.jspecify.annotations.NullMarked;
