/** How the parts of the suite are doing. */
@NullMarked
package org.throughcare.gateway.status;

import org.jspecify.annotations.NullMarked;
