@NullMarked
package org.throughcare.scheduling.running;

import org.jspecify.annotations.NullMarked;
