package org.throughcare.scheduling.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Cut;
import org.throughcare.scheduling.cadence.Cadence;

/**
 * All that scheduling-service holds about one person, for that person: every appointment, those that were moved, cancelled, missed or
 * never came to be included, with what was remarked; what somebody had to do for them; how often they are met and why; their places in
 * groups; and who read any of it. Of a group there is what concerns this person and nobody else in it.
 *
 * @param preparedAt on the business clock
 * @param about all ids that the person is kept under, the asked one first
 * @param cut of what there is more than this; empty when nothing was left out for being too much
 * @param notice where sober living stands in for meetings: that tells of substance use
 * @param notWithin what is kept and not in here, in words for the person
 * @param appointments the earliest first
 * @param tasks those opened first, first
 * @param readBy the reading for this package is the last
 */
public record HeldInScheduling(
        Instant preparedAt,
        List<String> about,
        List<Cut> cut,
        @Nullable String notice,
        List<String> notWithin,
        List<Meeting> appointments,
        List<ToDo> tasks,
        List<Cadence> cadences,
        List<InGroup> groups,
        List<ReadsOnRecord.Read> readBy) {}
