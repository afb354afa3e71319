/** Who else helps: the directory, referrals, disclosures, partner access and delivery, and supportive-service money. */
@NullMarked
package org.throughcare.referral;

import org.jspecify.annotations.NullMarked;
