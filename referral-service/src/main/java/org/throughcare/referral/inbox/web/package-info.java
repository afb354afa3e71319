/** Partner messages that could not be taken, over HTTP. */
@NullMarked
package org.throughcare.referral.inbox.web;

import org.jspecify.annotations.NullMarked;
