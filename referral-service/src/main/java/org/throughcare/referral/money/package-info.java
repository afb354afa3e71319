/** Supportive-service money: budgets, requests, approvals, spending. */
@NullMarked
package org.throughcare.referral.money;

import org.jspecify.annotations.NullMarked;
