/** What the services' tests share: parts to run on, signed-in callers, contracts, house rules. */
@NullMarked
package org.throughcare.testing;

import org.jspecify.annotations.NullMarked;
