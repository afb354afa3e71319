/** How a partner is reached: access to its queue, and messages that carry no content. */
@NullMarked
package org.throughcare.referral.delivery;

import org.jspecify.annotations.NullMarked;
