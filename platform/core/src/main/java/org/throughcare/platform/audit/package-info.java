/** Who read what. */
@NullMarked
package org.throughcare.platform.audit;

import org.jspecify.annotations.NullMarked;
