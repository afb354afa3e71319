/** What this service knows of people and releases of information that others own. */
@NullMarked
package org.throughcare.referral.known;

import org.jspecify.annotations.NullMarked;
