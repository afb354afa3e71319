/** Budgets as they are kept. */
@NullMarked
package org.throughcare.referral.money.store;

import org.jspecify.annotations.NullMarked;
