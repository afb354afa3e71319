/** Partners and listings as they are kept and found. */
@NullMarked
package org.throughcare.referral.directory.store;

import org.jspecify.annotations.NullMarked;
