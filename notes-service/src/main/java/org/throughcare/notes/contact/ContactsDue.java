package org.throughcare.notes.contact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is due for contact, over many people: a read collection built from events, never a scan of ledgers. */
public interface ContactsDue {

    /**
     * @param site of the case; the ledger's until the case has been heard of
     * @param worker the primary provider, whose list it is on
     * @param nextDueOn the strictest obligation's
     * @param revision of the ledger this comes from; an older one never replaces a newer one
     */
    record Row(
            String participant,
            @Nullable String site,
            @Nullable String worker,
            String zone,
            int year,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastAttemptOn,
            @Nullable LocalDate nextDueOn,
            long revision) {}

    /** What the ledger says; whose list it is on is the case's to say, and stays. */
    void put(Row row);

    /**
     * The case went to another worker or site, or it is another of the person's cases that counts.
     *
     * @param caseOf whose case it is: the participant's own, or, where there is none, that of an alias (H8)
     * @param revision of the case; an older one of the same case never replaces a newer one
     */
    void assign(String participant, String caseOf, @Nullable String worker, @Nullable String site, long revision);

    /** The case of an alias, whose merge was undone, says no more whose list the participant is on. */
    void ownCaseAlone(String participant);

    /** The soonest due first. */
    List<Row> due(@Nullable String worker, @Nullable String site, LocalDate until, int limit);
}
