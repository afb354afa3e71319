package org.throughcare.notes.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.NobodyAnswers;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownPolicy;
import org.throughcare.notes.known.KnownSite;
import org.throughcare.notes.known.ShippedTerms;
import org.throughcare.notes.note.Method;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.testing.InMemoryCopies;

class OwingContactTest {

    private static final String P = "p-1";
    private static final String ALIAS = "p-2";
    private static final LocalDate BEGAN = LocalDate.parse("2026-01-05");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final InMemoryCopies<KnownParticipant> participants = new InMemoryCopies<>();
    private final InMemoryCopies<KnownCase> cases = new InMemoryCopies<>();
    private final InMemoryCopies<KnownCustody> custodies = new InMemoryCopies<>();
    private final InMemoryCopies<KnownEnrolment> enrolments = new InMemoryCopies<>();
    private final InMemoryCopies<KnownSite> sites = new InMemoryCopies<>();
    private final InMemoryCopies<KnownPolicy> policies = new InMemoryCopies<>((policy, path) -> policy.programme());
    private final InMemoryCopies<PersonIds.Merged> merged = new InMemoryCopies<>(
            (record, path) -> path.equals(PersonIds.LISTED) ? record.aliases() : record.mergedInto());
    private final OwingContact owing = new OwingContact(new Known(
            new Known.Kept(participants, cases, custodies, enrolments, sites, policies),
            new PersonIds(merged),
            new NobodyAnswers(),
            new ShippedTerms(List.of(
                    new ContactTerms("LEAP", 0, ContactTerms.Unit.ROLLING_DAYS, 30, Set.of(Method.PHONE), Set.of(), 30),
                    new ContactTerms(
                            "WIOA_YOUTH_TX",
                            0,
                            ContactTerms.Unit.CALENDAR_MONTH,
                            30,
                            Set.of(Method.IN_PERSON),
                            Set.of(),
                            25)))));

    private void known(List<String> programmes, @Nullable String state) {
        participants.now(P, P, new KnownParticipant(P, "s-1", "America/Chicago", List.of(), null, List.of()));
        cases.now(
                P,
                P,
                new KnownCase(
                        P, programmes, "s-1", "w-1", BEGAN, List.of(new KnownCase.Member("w-1", BEGAN, null)), state));
    }

    private LedgerTerms terms() {
        return owing.termsFor(P, NOW);
    }

    @Test
    @DisplayName(
            "N6, Y7: the case begins one obligation for each programme, the enrolment its own day; the strictest lapse holds")
    void eachProgramme() {
        known(List.of("LEAP", "WIOA_YOUTH_TX"), "OPEN");
        LocalDate enrolled = LocalDate.parse("2026-02-10");
        enrolments.now(
                P,
                P,
                new KnownEnrolment(
                        P,
                        List.of(new KnownEnrolment.InProgramme("WIOA_YOUTH_TX", enrolled, null)),
                        "PARTICIPATING",
                        null));
        assertThat(terms().obligations()).extracting(Obligation::id).containsExactly("LEAP", "WIOA_YOUTH_TX");
        assertThat(terms().obligations()).extracting(Obligation::since).containsExactly(BEGAN, enrolled);
        assertThat(terms().lapseDays()).isEqualTo(25);
        assertThat(terms().lapseFrom()).isEqualTo(BEGAN);
    }

    @Test
    @DisplayName("N8: exit ends every obligation, its undoing brings them back, a closed case owes nothing")
    void ends() {
        known(List.of("LEAP"), "OPEN");
        KnownEnrolment.Exit exit = new KnownEnrolment.Exit(LocalDate.parse("2026-05-01"));
        enrolments.now(P, P, new KnownEnrolment(P, List.of(), "EXITED", exit));
        assertThat(terms().obligations()).extracting(Obligation::until).containsExactly(exit.on());
        assertThat(terms().lapseFrom()).isNull();
        enrolments.now(P, P, new KnownEnrolment(P, List.of(), "PARTICIPATING", null));
        assertThat(terms().obligations()).extracting(Obligation::until).containsOnlyNulls();
        known(List.of("LEAP"), "CLOSED");
        assertThat(terms().obligations()).isEmpty();
    }

    @Test
    @DisplayName("Y10, L15: nobody is searched for inside; from the release on, and again not when it is withdrawn")
    void custody() {
        known(List.of("LEAP"), "OPEN");
        LocalDate out = LocalDate.parse("2026-05-20");
        custodies.now(P, P, new KnownCustody(P, "NEAR_RELEASE", null));
        assertThat(terms().lapseFrom()).isNull();
        custodies.now(P, P, new KnownCustody(P, "RELEASED", new KnownCustody.Release("r-1", out, "UNPLANNED")));
        assertThat(terms().lapseFrom()).isEqualTo(out);
        assertThat(terms().obligations()).as("contact inside still counts").hasSize(1);
        custodies.now(P, P, new KnownCustody(P, "IN_CUSTODY", null));
        assertThat(terms().lapseFrom()).isNull();
        custodies.now(P, P, new KnownCustody(P, "IN_CUSTODY", new KnownCustody.Release("r-2", out, "DEATH")));
        assertThat(terms().obligations()).isEmpty();
    }

    @Test
    @DisplayName("N11: the policy in force on the day: the site's own first, a later one not yet")
    void policyInForce() {
        known(List.of("LEAP"), "OPEN");
        policies.now("1", P, policy(null, 1, "2026-01-01", 21));
        policies.now("2", P, policy("s-1", 2, "2026-01-01", 14));
        policies.now("3", P, policy("s-2", 3, "2026-01-01", 5));
        policies.now("4", P, policy("s-1", 4, "2026-06-02", 7));
        assertThat(terms().obligations().getFirst().cycle().days()).isEqualTo(14);
        assertThat(terms().obligations().getFirst().policyVersion()).isEqualTo(2);
        assertThat(owing.termsFor(P, Instant.parse("2026-06-02T04:59:59Z"))
                        .obligations()
                        .getFirst()
                        .cycle()
                        .days())
                .as("still the day before at the site")
                .isEqualTo(14);
        assertThat(owing.termsFor(P, Instant.parse("2026-06-02T05:00:00Z"))
                        .obligations()
                        .getFirst()
                        .cycle()
                        .days())
                .isEqualTo(7);
    }

    private static KnownPolicy policy(@Nullable String site, int version, String from, int days) {
        return new KnownPolicy(
                "LEAP",
                site,
                version,
                LocalDate.parse(from),
                new KnownPolicy.Values(days, "OF_A_NEWER_VERSION", List.of("PHONE", "PIGEON"), null, null));
    }

    /** P stands for ALIAS as well. */
    private void merge() {
        record(P, "s-1", null, List.of(ALIAS));
        record(ALIAS, "s-2", P, List.of());
    }

    private void record(String id, String site, @Nullable String into, List<String> aliases) {
        merged.now(id, P, new PersonIds.Merged(into, aliases));
        participants.now(id, P, new KnownParticipant(id, site, "America/Chicago", List.of(), into, aliases));
    }

    private void aliasServed(List<String> programmes, LocalDate began, String state) {
        participants.now(ALIAS, P, new KnownParticipant(ALIAS, "s-2", "America/Chicago", List.of(), null, List.of()));
        cases.now(
                ALIAS,
                P,
                new KnownCase(
                        ALIAS,
                        programmes,
                        "s-2",
                        "w-2",
                        began,
                        List.of(new KnownCase.Member("w-2", began, null)),
                        state));
    }

    @Test
    @DisplayName("H8: merged, each programme of either record is owed once, under the survivor; the alias owes nothing")
    void mergedOwesOnce() {
        known(List.of("LEAP"), "OPEN");
        aliasServed(List.of("LEAP", "WIOA_YOUTH_TX"), BEGAN.minusDays(20), "OPEN");
        LedgerTerms before = owing.termsFor(ALIAS, NOW);
        LedgerTerms alone = terms();
        merge();
        assertThat(terms().obligations()).extracting(Obligation::id).containsExactly("LEAP", "WIOA_YOUTH_TX");
        assertThat(terms().obligations())
                .extracting(Obligation::since)
                .as("the duty began with the first of them")
                .containsOnly(BEGAN.minusDays(20));
        assertThat(terms().site()).isEqualTo("s-1");
        assertThat(owing.termsFor(ALIAS, NOW).obligations()).isEmpty();
        assertThat(owing.termsFor(ALIAS, NOW).lapseFrom()).isNull();
        record(ALIAS, "s-2", null, List.of());
        assertThat(terms()).as("undone, as before").isEqualTo(alone);
        assertThat(owing.termsFor(ALIAS, NOW)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "H8: a closed case of one record ends nothing that goes on under the other; one record's custody is the person's")
    void mergedStates() {
        known(List.of("LEAP"), "CLOSED");
        aliasServed(List.of("LEAP"), BEGAN, "OPEN");
        merge();
        assertThat(terms().obligations()).extracting(Obligation::until).containsOnlyNulls();
        custodies.now(ALIAS, P, new KnownCustody(ALIAS, "IN_CUSTODY", null));
        assertThat(terms().lapseFrom())
                .as("inside, by the only record that says so")
                .isNull();
        custodies.now(P, P, new KnownCustody(P, "RELEASED", null));
        assertThat(terms().lapseFrom()).as("the survivor's word counts").isEqualTo(BEGAN);
    }

    @Test
    @DisplayName("H8: an alias that nobody serves adds nothing to what is owed")
    void mergedWithAnIntake() {
        known(List.of("WIOA_YOUTH_TX"), "OPEN");
        LedgerTerms alone = terms();
        participants.now(ALIAS, P, new KnownParticipant(ALIAS, "s-2", "America/Chicago", List.of(), null, List.of()));
        merge();
        assertThat(terms()).isEqualTo(alone);
    }

    @Test
    @DisplayName("N11: nobody knows when the case began: nothing is owed yet")
    void notBegun() {
        participants.now(P, P, new KnownParticipant(P, "s-1", "America/Chicago", List.of(), null, List.of()));
        assertThat(terms().obligations()).isEmpty();
        assertThat(terms().lapseFrom()).isNull();
    }
}
