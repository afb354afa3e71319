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
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.ContactRule;
import org.throughcare.notes.note.SigningTerms;
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
    private final OwnerClient owner;
    private final ShippedTerms shipped;

    public Known(Kept kept, OwnerClient owner, ShippedTerms shipped) {
        this.kept = kept;
        this.owner = owner;
        this.shipped = shipped;
    }

    /** One participant as known at one moment, each copy read once. */
    public record About(
            Optional<KnownParticipant> person,
            Optional<KnownCase> file,
            Optional<KnownEnrolment> enrolment,
            ZoneId zone) {

        public Optional<String> site() {
            return file.map(KnownCase::site).or(() -> person.map(KnownParticipant::site));
        }

        /** By case and by enrolment; the standard one where none is named. */
        public Set<String> programmes() {
            Set<String> programmes = new LinkedHashSet<>();
            file.ifPresent(each -> programmes.addAll(each.programmes()));
            enrolment.ifPresent(all -> all.programmes().forEach(each -> programmes.add(each.programme())));
            return programmes.isEmpty() ? Set.of(STANDARD) : programmes;
        }
    }

    public About about(String participant) {
        Optional<KnownParticipant> person = participant(participant);
        return new About(person, caseOf(participant), enrolmentOf(participant), zone(person));
    }

    public Optional<KnownParticipant> participant(String id) {
        return ask(kept.participants(), id, "/participants/" + id, KnownParticipant.class);
    }

    public Optional<KnownCase> caseOf(String participant) {
        return ask(kept.cases(), participant, "/participants/" + participant + "/case", KnownCase.class);
    }

    /** The copy alone: absence means that nobody recorded custody. */
    public Optional<KnownCustody> custodyOf(String participant) {
        return kept.custodies().find(participant).map(Copy::snapshot);
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
        return caseOf(participant)
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
        String site = about.site().orElse(null);
        List<ContactRule> rules = about.programmes().stream()
                .map(programme -> contactTerms(programme, site, on))
                .map(each -> new ContactRule(each.programme(), each.version(), each.methods(), each.attemptOnly()))
                .toList();
        return new Terms(about.zone(), rules);
    }

    private <T> Optional<T> ask(Copies<T> copies, String id, String path, Class<T> type) {
        Optional<T> held = copies.find(id).map(Copy::snapshot);
        return held.isPresent() ? held : owner.get(OWNER, path, type);
    }
}
