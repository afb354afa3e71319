/** Signed webhooks, for partners that have no queue. */
@NullMarked
package org.throughcare.referral.webhook;

import org.jspecify.annotations.NullMarked;
