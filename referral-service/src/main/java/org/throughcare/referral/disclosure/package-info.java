/** What left the suite for whom, under which release of information, and what was held back. */
@NullMarked
package org.throughcare.referral.disclosure;

import org.jspecify.annotations.NullMarked;
