/** Copies of what others own, kept and asked for. */
@NullMarked
package org.throughcare.referral.known.store;

import org.jspecify.annotations.NullMarked;
