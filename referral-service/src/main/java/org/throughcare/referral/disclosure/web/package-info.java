/** A partner's reading of a referral, and the accounting of disclosures. */
@NullMarked
package org.throughcare.referral.disclosure.web;

import org.jspecify.annotations.NullMarked;
