/** What a change of custody or of a release of information does to referrals. */
@NullMarked
package org.throughcare.referral.referral.messaging;

import org.jspecify.annotations.NullMarked;
