/** Who read a file, from the record of reads. */
@NullMarked
package org.throughcare.participant.reports.subject.store;

import org.jspecify.annotations.NullMarked;
