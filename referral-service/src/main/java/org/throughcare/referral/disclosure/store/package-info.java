/** Disclosures as they are kept, and those that are due. */
@NullMarked
package org.throughcare.referral.disclosure.store;

import org.jspecify.annotations.NullMarked;
