/** All that is held about one person, for that person. */
@NullMarked
package org.throughcare.participant.reports.subject;

import org.jspecify.annotations.NullMarked;
