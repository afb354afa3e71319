/** Unmet needs over HTTP. */
@NullMarked
package org.throughcare.referral.need.web;

import org.jspecify.annotations.NullMarked;
