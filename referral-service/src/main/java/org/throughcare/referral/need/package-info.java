/** Needs that nobody could meet. */
@NullMarked
package org.throughcare.referral.need;

import org.jspecify.annotations.NullMarked;
