/** Giving a partner access, over HTTP. */
@NullMarked
package org.throughcare.referral.delivery.web;

import org.jspecify.annotations.NullMarked;
