/** Budgets over HTTP. */
@NullMarked
package org.throughcare.referral.money.web;

import org.jspecify.annotations.NullMarked;
