/** Answers about many people, read from what was announced; every row says why it is there. */
@NullMarked
package org.throughcare.participant.reports;

import org.jspecify.annotations.NullMarked;
