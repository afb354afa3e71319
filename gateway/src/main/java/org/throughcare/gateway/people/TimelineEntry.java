package org.throughcare.gateway.people;

import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * One thing that happened in a case.
 *
 * @param at when; for a thing that has a date only, the end of that day in UTC
 * @param id unique within its kind, so that a page can end between two of the same moment
 * @param kind NOTE, APPOINTMENT, SERVICE, CUSTODY or REFERRAL
 * @param what in a word or two, as its owner says it
 */
record TimelineEntry(Instant at, String id, String kind, String what, JsonNode detail) {

    static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id)
            .reversed();
}
