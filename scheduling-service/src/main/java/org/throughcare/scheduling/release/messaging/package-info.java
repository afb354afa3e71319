/** Hears of custody and cases. */
@NullMarked
package org.throughcare.scheduling.release.messaging;

import org.jspecify.annotations.NullMarked;
