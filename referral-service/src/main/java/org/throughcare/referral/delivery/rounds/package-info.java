/** The work of delivering what is due. */
@NullMarked
package org.throughcare.referral.delivery.rounds;

import org.jspecify.annotations.NullMarked;
