/** What is held about one person, from the stores. */
@NullMarked
package org.throughcare.participant.reports.subject.store;

import org.jspecify.annotations.NullMarked;
