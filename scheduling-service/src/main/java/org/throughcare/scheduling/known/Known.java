package org.throughcare.scheduling.known;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.web.OwnerClient;

/**
 * What others own, as this service knows it: its copies, and where one is missing the owner itself, asked once
 * (read-your-writes).
 */
public final class Known {

    private static final String OWNER = "participant";
    private static final int ENOUGH = 500;

    /** The version of the values that ship with the suite, the same for every grantee. */
    private static final int SHIPPED = 0;

    private final Copies<KnownCustody> custodies;
    private final Copies<KnownCase> cases;
    private final Copies<KnownStaff> staff;
    private final Copies<KnownSite> sites;
    private final Copies<KnownPolicy> policies;
    private final Copies<KnownEnrolment> enrolments;
    private final Copies<KnownNote> notes;
    private final Copies<KnownParticipant> participants;
    private final PersonIds persons;
    private final OwnerClient owners;
    private final Map<String, KnownPolicy> shipped = new ConcurrentHashMap<>();

    /** The copies this service keeps. */
    public record Kept(
            Copies<KnownCustody> custodies,
            Copies<KnownCase> cases,
            Copies<KnownStaff> staff,
            Copies<KnownSite> sites,
            Copies<KnownPolicy> policies,
            Copies<KnownEnrolment> enrolments,
            Copies<KnownNote> notes,
            Copies<KnownParticipant> participants) {}

    public Known(Kept kept, PersonIds persons, OwnerClient owners) {
        this.persons = persons;
        this.custodies = kept.custodies();
        this.cases = kept.cases();
        this.staff = kept.staff();
        this.sites = kept.sites();
        this.policies = kept.policies();
        this.enrolments = kept.enrolments();
        this.notes = kept.notes();
        this.participants = kept.participants();
        this.owners = owners;
    }

    /** All ids of the person, the survivor's first (H8). */
    public List<String> idsOf(String participant) {
        return persons.allOf(participant);
    }

    public PersonIds persons() {
        return persons;
    }

    /**
     * The id under which the person's custody is kept, and with it what hangs on it. A person is in one place only: of several
     * records the survivor's counts, and an alias's where that one has none, as at the owner.
     */
    public String keeperOf(String participant) {
        return custodyCopy(participant).map(Copy::id).orElseGet(() -> persons.survivorOf(participant));
    }

    /** The person's custody, under whichever id it is kept. */
    public Optional<KnownCustody> custody(String participant) {
        Optional<KnownCustody> held = custodyCopy(participant).map(Copy::snapshot);
        return held.isPresent()
                ? held
                : ask(custodies, participant, "/participants/" + participant + "/custody", KnownCustody.class);
    }

    /** The copy alone, with its revision, of the person's custody: what a reaction works from. */
    public Optional<Copy<KnownCustody>> custodyCopy(String participant) {
        return firstOf(participant, custodies);
    }

    /** What is on record under this very id, whether or not it is what counts. */
    public Optional<KnownCustody> custodyUnder(String id) {
        return custodies.find(id).map(Copy::snapshot);
    }

    /** The case under this very id, else that under another of the person's. */
    public Optional<KnownCase> caseOf(String participant) {
        Optional<KnownCase> held =
                cases.find(participant).or(() -> firstOf(participant, cases)).map(Copy::snapshot);
        return held.isPresent()
                ? held
                : ask(cases, participant, "/participants/" + participant + "/case", KnownCase.class);
    }

    public List<String> participantsIn(String programme, int limit) {
        return cases.where("programmes", programme, limit).stream()
                .map(c -> c.snapshot().participant())
                .toList();
    }

    public Optional<KnownStaff> staff(String id) {
        return ask(staff, id, "/staff/" + id, KnownStaff.class);
    }

    /** Of a site, as far as is known. */
    public List<KnownStaff> supervisorsAt(String site) {
        return staff.where("sites", site, ENOUGH).stream()
                .map(Copy::snapshot)
                .filter(KnownStaff::supervises)
                .toList();
    }

    public Optional<KnownSite> site(String id) {
        return ask(sites, id, "/sites/" + id, KnownSite.class);
    }

    public Optional<KnownParticipant> participant(String id) {
        return ask(participants, id, "/participants/" + id, KnownParticipant.class);
    }

    public Optional<KnownParticipant> participantByCaseNumber(String caseNumber) {
        return participants.where("caseNumber", caseNumber, 1).stream()
                .map(Copy::snapshot)
                .findFirst();
    }

    /** The person's enrolment: the survivor's, and where that one has none, an alias's. */
    public Optional<Copy<KnownEnrolment>> enrolmentCopy(String participant) {
        return firstOf(participant, enrolments);
    }

    public Optional<Copy<KnownEnrolment>> enrolmentUnder(String id) {
        return enrolments.find(id);
    }

    /** Whether work was found, under whichever of the person's ids it is on record. */
    public boolean works(String participant) {
        return idsOf(participant).stream()
                .map(enrolments::find)
                .flatMap(Optional::stream)
                .anyMatch(copy -> copy.snapshot().placement() != null);
    }

    public Optional<KnownNote> note(String id) {
        return notes.find(id).map(Copy::snapshot);
    }

    /** Contact with the person, under whichever id it was noted. */
    public List<KnownNote> contactsOf(String participant) {
        return idsOf(participant).stream()
                .flatMap(id -> notes.ofParticipant(id, ENOUGH).stream())
                .map(Copy::snapshot)
                .filter(KnownNote::isContact)
                .toList();
    }

    /** The zone in which the participant's days are counted: that of their site. */
    public ZoneId zoneOf(String participant) {
        return custodies
                .find(participant)
                .map(c -> c.snapshot().zone())
                .or(() -> caseOf(participant)
                        .map(KnownCase::site)
                        .flatMap(this::site)
                        .map(KnownSite::zone))
                .or(() -> participant(participant).map(KnownParticipant::zone))
                .orElse(ZoneOffset.UTC);
    }

    /** Each of the participant's programmes' policies in force at their site on that day; LEAP where none is named. */
    public List<KnownPolicy> policiesFor(String participant, LocalDate on) {
        Optional<KnownCase> file = caseOf(participant);
        List<String> programmes = programmes(participant, file);
        @Nullable String site = file.map(KnownCase::site).orElse(null);
        return programmes.stream()
                .map(p -> policyInForce(p, site, on))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of all the person's cases: each of them asks for what it asks. */
    private List<String> programmes(String participant, Optional<KnownCase> file) {
        List<String> ids = idsOf(participant);
        List<String> named = ids.size() == 1
                ? file.map(KnownCase::programmes).orElse(List.of())
                : ids.stream()
                        .map(cases::find)
                        .flatMap(Optional::stream)
                        .flatMap(copy -> copy.snapshot().programmes().stream())
                        .distinct()
                        .toList();
        return named.isEmpty() ? List.of("LEAP") : named;
    }

    private <T> Optional<Copy<T>> firstOf(String participant, Copies<T> copies) {
        return idsOf(participant).stream()
                .map(copies::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<KnownPolicy> policyInForce(String programme, @Nullable String site, LocalDate on) {
        return published(programme, site, on)
                .or(() -> Optional.ofNullable(shipped.get(programme)))
                .or(() -> inForceAtOwner(programme, site, on));
    }

    /** Nobody published one: the values that ship are in force, which are asked for once. */
    private Optional<KnownPolicy> inForceAtOwner(String programme, @Nullable String site, LocalDate on) {
        String path = "/policies/in-force?programme=" + programme + "&on=" + on + (site == null ? "" : "&site=" + site);
        Optional<KnownPolicy> found = owners.get(OWNER, path, KnownPolicy.class);
        found.filter(p -> p.version() == SHIPPED).ifPresent(p -> shipped.put(programme, p));
        return found;
    }

    private Optional<KnownPolicy> published(String programme, @Nullable String site, LocalDate on) {
        return policies.where("programme", programme, ENOUGH).stream()
                .map(Copy::snapshot)
                .filter(p -> p.site() == null || Objects.equals(p.site(), site))
                .filter(p -> !p.effectiveFrom().isAfter(on))
                .max(Comparator.comparing((KnownPolicy p) -> p.site() != null)
                        .thenComparing(KnownPolicy::effectiveFrom)
                        .thenComparing(KnownPolicy::version));
    }

    private <T> Optional<T> ask(Copies<T> copies, String id, String path, Class<T> type) {
        Optional<T> held = copies.find(id).map(Copy::snapshot);
        return held.isPresent() ? held : owners.get(OWNER, path, type);
    }
}
