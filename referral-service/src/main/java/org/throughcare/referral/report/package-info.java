/** Referral rates and gaps, for supervisors and grantees. */
@NullMarked
package org.throughcare.referral.report;

import org.jspecify.annotations.NullMarked;
