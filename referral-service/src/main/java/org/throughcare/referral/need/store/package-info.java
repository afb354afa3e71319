/** Unmet needs as they are kept. */
@NullMarked
package org.throughcare.referral.need.store;

import org.jspecify.annotations.NullMarked;
