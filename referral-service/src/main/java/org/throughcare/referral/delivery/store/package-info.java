/** Wiring of what reaches partners. */
@NullMarked
package org.throughcare.referral.delivery.store;

import org.jspecify.annotations.NullMarked;
