@NullMarked
package org.throughcare.scheduling.availability;

import org.jspecify.annotations.NullMarked;
