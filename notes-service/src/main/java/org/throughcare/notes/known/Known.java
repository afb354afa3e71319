package org.throughcare.notes.known;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.ContactRule;
import org.throughcare.notes.note.SigningTerms;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.web.OwnerClient;

/**
 * What others own, as this service knows it: its copies and, where one is missing, the owner itself, asked once, so that a
 * note can follow its participant at once.
 */
public final class Known implements SigningTerms {

    private static final String OWNER = "participant";
    private static final String STANDARD = "LEAP";
    private static final int ENOUGH = 500;

    /** The copies this service keeps. */
    public record Kept(
            Copies<KnownParticipant> participants,
            Copies<KnownCase> cases,
            Copies<KnownCustody> custodies,
            Copies<KnownEnrolment> enrolments,
            Copies<KnownSite> sites,
            Copies<KnownPolicy> policies) {}

    private final Kept kept;
    private final PersonIds persons;
    private final OwnerClient owner;
    private final ShippedTerms shipped;

    public Known(Kept kept, PersonIds persons, OwnerClient owner, ShippedTerms shipped) {
        this.kept = kept;
        this.persons = persons;
        this.owner = owner;
        this.shipped = shipped;
    }

    /**
     * One record as known at one moment, each copy read once. A person with several ids has several (H8).
     *
     * @param ids all of the person's, the survivor's first
     */
    public record About(
            Optional<KnownParticipant> person,
            Optional<KnownCase> file,
            Optional<KnownEnrolment> enrolment,
            ZoneId zone,
            List<String> ids) {

        public Optional<String> site() {
            return file.map(KnownCase::site).or(() -> person.map(KnownParticipant::site));
        }

        /** By case and by enrolment; the standard one where none is named. */
        public Set<String> programmes() {
            Set<String> programmes = named();
            return programmes.isEmpty() ? Set.of(STANDARD) : programmes;
        }

        private Set<String> named() {
            Set<String> programmes = new LinkedHashSet<>();
            file.ifPresent(each -> programmes.addAll(each.programmes()));
            enrolment.ifPresent(all -> all.programmes().forEach(each -> programmes.add(each.programme())));
            return programmes;
        }

        /** Whether anything that is owed can come from this record. */
        public boolean isServed() {
            return file.isPresent() || enrolment.isPresent();
        }
    }

    /** All ids of the person, the survivor's first (H8). */
    public List<String> idsOf(String participant) {
        return persons.allOf(participant);
    }

    public String survivorOf(String participant) {
        return persons.survivorOf(participant);
    }

    /** Whose answers may have changed with this record: for a merge, and for its undoing. */
    public List<String> touchedBy(String participant) {
        return persons.touchedBy(participant);
    }

    /** Whether anything was announced of this record beyond that there is one. */
    public boolean isServed(String participant) {
        return kept.cases().find(participant).isPresent()
                || kept.enrolments().find(participant).isPresent()
                || kept.custodies().find(participant).isPresent();
    }

    public About about(String participant) {
        Optional<KnownParticipant> held = kept.participants().find(participant).map(Copy::snapshot);
        Optional<KnownParticipant> person = held.isPresent() ? held : participant(participant);
        return new About(person, caseOf(participant), enrolmentOf(participant), zone(person), idsOf(participant, held));
    }

    /** As {@link #about}, from the copies alone: of the other ids of a person everything comes by events. */
    public About heldOf(String participant) {
        Optional<KnownParticipant> person =
                kept.participants().find(participant).map(Copy::snapshot);
        return new About(
                person,
                kept.cases().find(participant).map(Copy::snapshot),
                enrolmentOf(participant),
                zone(person),
                idsOf(participant, person));
    }

    private List<String> idsOf(String participant, Optional<KnownParticipant> held) {
        return persons.allOf(participant, held.map(one -> new PersonIds.Merged(one.mergedInto(), one.aliases())));
    }

    public Optional<KnownParticipant> participant(String id) {
        return ask(kept.participants(), id, "/participants/" + id, KnownParticipant.class);
    }

    public Optional<KnownCase> caseOf(String participant) {
        return ask(kept.cases(), participant, "/participants/" + participant + "/case", KnownCase.class);
    }

    /** The copy alone, with its revision, of the person's case: the survivor's, else that of an alias. */
    public Optional<Copy<KnownCase>> caseCopyOf(String participant) {
        return firstOf(idsOf(participant), kept.cases()::find);
    }

    /**
     * The copy alone: absence means that nobody recorded custody. A person is in one place only, so of several records the
     * survivor's counts, and an alias's where that one has none, as at the owner.
     */
    public Optional<KnownCustody> custodyOf(About about) {
        return firstOf(about.ids(), kept.custodies()::find).map(Copy::snapshot);
    }

    private static <T> Optional<T> firstOf(List<String> ids, Function<String, Optional<T>> find) {
        return ids.stream().map(find).flatMap(Optional::stream).findFirst();
    }

    /** The copy alone: absence means that nobody enrolled the participant. */
    public Optional<KnownEnrolment> enrolmentOf(String participant) {
        return kept.enrolments().find(participant).map(Copy::snapshot);
    }

    public List<String> participantsIn(String programme, int limit) {
        return kept.cases().where("programmes", programme, limit).stream()
                .map(each -> each.snapshot().participant())
                .toList();
    }

    /** The zone in which the participant's days are counted: that of their site. */
    public ZoneId zoneOf(String participant) {
        return zone(participant(participant));
    }

    private ZoneId zone(Optional<KnownParticipant> person) {
        return person.map(KnownParticipant::zone)
                .or(() -> person.map(KnownParticipant::site)
                        .flatMap(site -> ask(kept.sites(), site, "/sites/" + site, KnownSite.class))
                        .map(KnownSite::zone))
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    public Optional<String> siteOf(String participant) {
        return caseCopyOf(participant)
                .map(Copy::snapshot)
                .or(() -> caseOf(participant))
                .map(KnownCase::site)
                .or(() -> participant(participant).map(KnownParticipant::site));
    }

    /** What a programme asks of contact at a site on a day: the site's own policy before the programme's, the latest first. */
    public ContactTerms contactTerms(String programme, @Nullable String site, LocalDate on) {
        return kept.policies().where("programme", programme, ENOUGH).stream()
                .map(Copy::snapshot)
                .filter(policy -> policy.site() == null || Objects.equals(policy.site(), site))
                .filter(policy -> !policy.effectiveFrom().isAfter(on))
                .max(Comparator.comparing((KnownPolicy policy) -> policy.site() != null)
                        .thenComparing(KnownPolicy::effectiveFrom)
                        .thenComparing(KnownPolicy::version))
                .map(shipped::under)
                .orElseGet(() -> shipped.of(programme));
    }

    @Override
    public Terms termsFor(String participant, OffsetDateTime occurred) {
        About about = about(participant);
        LocalDate on = LocalDate.ofInstant(occurred.toInstant(), about.zone());
        List<String> ids = about.ids();
        String site = (ids.size() == 1 ? about.site() : siteOf(participant)).orElse(null);
        List<ContactRule> rules = (ids.size() == 1 ? about.programmes() : programmesOf(ids))
                .stream()
                        .map(programme -> contactTerms(programme, site, on))
                        .map(each ->
                                new ContactRule(each.programme(), each.version(), each.methods(), each.attemptOnly()))
                        .toList();
        return new Terms(about.zone(), rules);
    }

    /** What counts under one id counts for the person: the programmes of all ids have their say. */
    private Set<String> programmesOf(List<String> ids) {
        Set<String> all = new LinkedHashSet<>();
        ids.forEach(each -> all.addAll(heldOf(each).named()));
        return all.isEmpty() ? Set.of(STANDARD) : all;
    }

    private <T> Optional<T> ask(Copies<T> copies, String id, String path, Class<T> type) {
        Optional<T> held = copies.find(id).map(Copy::snapshot);
        return held.isPresent() ? held : owner.get(OWNER, path, type);
    }
}
