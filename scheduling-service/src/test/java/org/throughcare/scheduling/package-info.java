@NullMarked
package org.throughcare.scheduling;

import org.jspecify.annotations.NullMarked;
