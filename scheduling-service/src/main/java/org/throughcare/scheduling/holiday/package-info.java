/** The holidays on which no business is done. */
@NullMarked
package org.throughcare.scheduling.holiday;

import org.jspecify.annotations.NullMarked;
