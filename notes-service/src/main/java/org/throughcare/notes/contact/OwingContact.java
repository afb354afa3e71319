package org.throughcare.notes.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    LedgerTerms termsFor(String participant, Instant now) {
        Known.About about = known.about(participant);
        LocalDate today = LocalDate.ofInstant(now, about.zone());
        String site = about.site().orElse(null);
        List<ContactTerms> programmes = about.programmes().stream()
                .map(each -> known.contactTerms(each, site, today))
                .toList();
        Person person = new Person(about.file(), about.enrolment(), known.custodyOf(participant));
        List<Obligation> obligations = new ArrayList<>();
        programmes.forEach(each -> person.obligation(each).ifPresent(obligations::add));
        obligations.sort(Comparator.comparing(Obligation::id));
        int lapse = programmes.stream().mapToInt(ContactTerms::lapseDays).min().orElseThrow();
        return new LedgerTerms(about.zone(), site, obligations, lapse, person.lapseFrom(obligations));
    }

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

        /** Counted from the release for someone who was inside, else from the first obligation. */
        @Nullable
        LocalDate lapseFrom(List<Obligation> obligations) {
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
    }
}
