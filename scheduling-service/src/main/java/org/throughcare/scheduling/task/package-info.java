/** What somebody has to do by a day: first contacts, follow-up check-ins, meetings to book. */
@NullMarked
package org.throughcare.scheduling.task;

import org.jspecify.annotations.NullMarked;
