/** What follows when an appointment changes: tasks done, cadence counted anew, time given back. */
@NullMarked
package org.throughcare.scheduling.following;

import org.jspecify.annotations.NullMarked;
