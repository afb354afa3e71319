/** All that is held here about one person, for that person. */
@NullMarked
package org.throughcare.referral.subject;

import org.jspecify.annotations.NullMarked;
