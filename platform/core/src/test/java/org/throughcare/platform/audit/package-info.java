/** The record of reads while the store comes and goes. */
@NullMarked
package org.throughcare.platform.audit;

import org.jspecify.annotations.NullMarked;
