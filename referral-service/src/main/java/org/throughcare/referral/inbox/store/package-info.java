/** Partner messages that could not be taken, kept until somebody decides. */
@NullMarked
package org.throughcare.referral.inbox.store;

import org.jspecify.annotations.NullMarked;
