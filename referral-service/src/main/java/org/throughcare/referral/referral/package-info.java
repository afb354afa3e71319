/** A referral's life, from draft to outcome, and who may take which step. */
@NullMarked
package org.throughcare.referral.referral;

import org.jspecify.annotations.NullMarked;
