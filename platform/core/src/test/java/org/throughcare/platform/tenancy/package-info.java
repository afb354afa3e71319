/** The registry of grantees while the store comes and goes. */
@NullMarked
package org.throughcare.platform.tenancy;

import org.jspecify.annotations.NullMarked;
