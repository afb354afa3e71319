/** Grantees: whose data this is, and in which database it lives. */
@NullMarked
package org.throughcare.platform.tenancy;

import org.jspecify.annotations.NullMarked;
