@NullMarked
package org.throughcare.scheduling.holiday;

import org.jspecify.annotations.NullMarked;
