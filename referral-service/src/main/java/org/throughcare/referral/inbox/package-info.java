/** What partners answer, taken in by who they are known to be. */
@NullMarked
package org.throughcare.referral.inbox;

import org.jspecify.annotations.NullMarked;
