@NullMarked
package org.throughcare.scheduling.merging;

import org.jspecify.annotations.NullMarked;
