/** Reports read from what was announced. */
@NullMarked
package org.throughcare.referral.report.store;

import org.jspecify.annotations.NullMarked;
