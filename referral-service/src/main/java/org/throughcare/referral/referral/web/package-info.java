/** Referrals over HTTP, for case managers. */
@NullMarked
package org.throughcare.referral.referral.web;

import org.jspecify.annotations.NullMarked;
