/** Messages to partners as they travel, and where to. */
@NullMarked
package org.throughcare.referral.delivery.wire;

import org.jspecify.annotations.NullMarked;
