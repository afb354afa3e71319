@NullMarked
package org.throughcare.scheduling.release;

import org.jspecify.annotations.NullMarked;
