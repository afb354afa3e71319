/** Posting webhooks. */
@NullMarked
package org.throughcare.referral.webhook.http;

import org.jspecify.annotations.NullMarked;
