package org.throughcare.notes.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownEnrolment.InProgramme;

/**
 * Works out what contact is owed for a participant: each programme's own obligation (Y7, N6, C1, H3), begun by the case, the
 * enrolment or the release, whichever is known first; ended by exit, death or the closing of the case.
 */
public final class OwingContact {

    private final Known known;

    public OwingContact(Known known) {
        this.known = known;
    }

    ZoneId zoneOf(String participant) {
        return known.zoneOf(participant);
    }

    /** All ids of the person, the one under which all is owed first. */
    List<String> idsOf(String participant) {
        return known.idsOf(participant);
    }

    /**
     * Under the id that stands for the person, what all records of the person ask for, each programme's once; under an alias
     * nothing, until the merge is undone.
     */
    LedgerTerms termsFor(String participant, Instant now) {
        Known.About about = known.about(participant);
        List<String> ids = about.ids();
        LocalDate today = LocalDate.ofInstant(now, about.zone());
        String site = (ids.size() == 1 ? about.site() : known.siteOf(participant)).orElse(null);
        Optional<KnownCustody> custody = known.custodyOf(about);
        Map<String, Obligation> owed = new TreeMap<>();
        int lapse = Integer.MAX_VALUE;
        for (Known.About each : served(about, ids)) {
            Person person = new Person(each.file(), each.enrolment(), custody);
            for (String programme : each.programmes()) {
                ContactTerms terms = known.contactTerms(programme, site, today);
                lapse = Math.min(lapse, terms.lapseDays());
                person.obligation(terms).ifPresent(one -> owed.merge(one.id(), one, OwingContact::stricter));
            }
        }
        if (!ids.getFirst().equals(participant)) {
            return new LedgerTerms(about.zone(), site, List.of(), lapse, null);
        }
        List<Obligation> obligations = List.copyOf(owed.values());
        return new LedgerTerms(about.zone(), site, obligations, lapse, lapseFrom(custody, obligations));
    }

    /** The records that anything can be owed for: what nobody serves under one id adds nothing to what is under another. */
    private List<Known.About> served(Known.About asked, List<String> ids) {
        if (ids.size() == 1) {
            return List.of(asked);
        }
        List<Known.About> served =
                ids.stream().map(known::heldOf).filter(Known.About::isServed).toList();
        return served.isEmpty() ? List.of(asked) : served;
    }

    /** One programme under two ids: what goes on before what has ended, and of the same kind what began first. */
    private static Obligation stricter(Obligation one, Obligation other) {
        return Stream.of(one, other)
                .max(Comparator.comparing((Obligation each) -> each.until() == null)
                        .thenComparing(Obligation::until, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(Obligation::since, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Counted from the release for someone who was inside, else from the first obligation. */
    private static @Nullable LocalDate lapseFrom(Optional<KnownCustody> custody, List<Obligation> obligations) {
        Optional<LocalDate> first = obligations.stream()
                .filter(each -> each.until() == null)
                .map(Obligation::since)
                .min(Comparator.naturalOrder());
        if (first.isEmpty() || custody.filter(KnownCustody::inside).isPresent()) {
            return null;
        }
        return custody.flatMap(KnownCustody::releasedOn)
                .filter(released -> released.isAfter(first.get()))
                .orElse(first.get());
    }

    /** What one record says; where the person is, all of them say together. */
    private record Person(
            Optional<KnownCase> file, Optional<KnownEnrolment> enrolment, Optional<KnownCustody> custody) {

        Optional<Obligation> obligation(ContactTerms terms) {
            Optional<InProgramme> enrolled = enrolment.stream()
                    .flatMap(each -> each.programmes().stream())
                    .filter(each -> each.programme().equals(terms.programme()))
                    .max(Comparator.comparing(InProgramme::from));
            Optional<LocalDate> since = enrolled.map(InProgramme::from)
                    .or(() -> file.flatMap(KnownCase::began))
                    .or(() -> custody.flatMap(KnownCustody::releasedOn));
            if (custody.filter(KnownCustody::died).isPresent()
                    || file.filter(KnownCase::closed).isPresent()) {
                return Optional.empty();
            }
            return since.map(from -> new Obligation(
                    terms.programme(),
                    from,
                    until(enrolled),
                    new Cycle(terms.unit(), terms.everyDays()),
                    terms.methods(),
                    terms.version()));
        }

        private @Nullable LocalDate until(Optional<InProgramme> enrolled) {
            return enrolment
                    .filter(KnownEnrolment::exited)
                    .map(KnownEnrolment::exit)
                    .map(KnownEnrolment.Exit::on)
                    .or(() -> enrolled.map(InProgramme::until))
                    .orElse(null);
        }
    }
}
