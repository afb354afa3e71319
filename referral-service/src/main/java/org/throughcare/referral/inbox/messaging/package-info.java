/** The queue that partners write to. */
@NullMarked
package org.throughcare.referral.inbox.messaging;

import org.jspecify.annotations.NullMarked;
