/** Referrals as they are kept. */
@NullMarked
package org.throughcare.referral.referral.store;

import org.jspecify.annotations.NullMarked;
