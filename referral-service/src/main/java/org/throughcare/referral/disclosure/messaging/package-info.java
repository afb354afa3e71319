/** What a referral's own events bring about: its partner is told. */
@NullMarked
package org.throughcare.referral.disclosure.messaging;

import org.jspecify.annotations.NullMarked;
