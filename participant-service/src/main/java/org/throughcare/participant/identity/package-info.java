/** Who a participant is: one intake, checked for duplicates, with identifiers that only one person can hold. */
@NullMarked
package org.throughcare.participant.identity;

import org.jspecify.annotations.NullMarked;
