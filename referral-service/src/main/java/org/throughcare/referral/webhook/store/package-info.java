/** Webhook endpoints as they are kept. */
@NullMarked
package org.throughcare.referral.webhook.store;

import org.jspecify.annotations.NullMarked;
