package org.throughcare.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.contact.OwingContact;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.known.KnownPolicy;
import org.throughcare.notes.known.KnownSite;
import org.throughcare.notes.known.ShippedTerms;
import org.throughcare.notes.note.Method;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.testing.InMemoryAggregates;
import org.throughcare.testing.InMemoryCopies;

/** One participant of a LEAP site in Chicago, whose case began on 5 January 2026; ledgers and searches in memory. */
public final class AtTheSite {

    public static final String PARTICIPANT = "p-1";
    public static final LocalDate BEGAN = LocalDate.parse("2026-01-05");

    public final InMemoryCopies<KnownParticipant> participants = new InMemoryCopies<>();
    public final InMemoryCopies<KnownCase> cases = new InMemoryCopies<>();
    public final InMemoryCopies<KnownCustody> custodies = new InMemoryCopies<>();
    public final Known known = new Known(
            new Known.Kept(
                    participants,
                    cases,
                    custodies,
                    new InMemoryCopies<KnownEnrolment>(),
                    new InMemoryCopies<KnownSite>(),
                    new InMemoryCopies<KnownPolicy>()),
            PersonIds.unmerged(),
            new NobodyAnswers(),
            new ShippedTerms(List.of(new ContactTerms(
                    "LEAP", 0, ContactTerms.Unit.ROLLING_DAYS, 30, Set.of(Method.PHONE), Set.of(), 30))));
    public final InMemoryAggregates<ContactLedger> ledgers = new InMemoryAggregates<>((ledger, path) -> null);
    public final InMemoryAggregates<DisengagedSearch> searches =
            new InMemoryAggregates<>((search, path) -> search.course().participant());

    public volatile Instant now = Instant.parse("2026-06-01T17:00:00Z");

    public final KeepingTheLedger ledger = new KeepingTheLedger(ledgers, new OwingContact(known), () -> now);

    public AtTheSite(Contact... contacts) {
        participants.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownParticipant(PARTICIPANT, "s-1", "America/Chicago", List.of(contacts), null, List.of()));
        cases.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownCase(
                        PARTICIPANT,
                        List.of("LEAP"),
                        "s-1",
                        "w-1",
                        BEGAN,
                        List.of(new KnownCase.Member("w-1", BEGAN, null)),
                        "OPEN"));
    }

    public void out(String release, LocalDate on) {
        custodies.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownCustody(PARTICIPANT, "RELEASED", new KnownCustody.Release(release, on, "UNPLANNED")));
    }

    public void in() {
        custodies.now(PARTICIPANT, PARTICIPANT, new KnownCustody(PARTICIPANT, "IN_CUSTODY", null));
    }
}
