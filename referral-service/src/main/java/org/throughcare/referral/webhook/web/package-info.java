/** Webhook endpoints over HTTP. */
@NullMarked
package org.throughcare.referral.webhook.web;

import org.jspecify.annotations.NullMarked;
