package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/** One participant's enrolment, told day by day. */
final class Story {

    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    Programme programme = Programme.LEAP;
    FundSource fundSource = FundSource.LEAP_GRANT;
    ParticipationTerms terms = terms(90, false);
    LocalDate today;
    Enrolment enrolment;
    final List<Happened> announced = new ArrayList<>();

    @Nullable
    Refusal refusal;

    @Nullable
    LocalDate missingSince;

    @Nullable
    LocalDate heldSince;

    private int ids;

    Story() {
        this(CHICAGO, DAY);
    }

    /** @param first the first day, at the site */
    Story(ZoneId zone, LocalDate first) {
        enrolment = Enrolment.empty("p-1", "s-1", zone);
        today = first;
    }

    static ParticipationTerms terms(int exitAfterDays, boolean exitOnEmployment) {
        return terms(exitAfterDays, exitOnEmployment, 90);
    }

    static ParticipationTerms terms(int exitAfterDays, boolean exitOnEmployment, int exemptionExpectedDays) {
        return new ParticipationTerms(
                List.of("test/1"),
                exitAfterDays,
                90,
                180,
                14,
                List.of(1, 3, 5, 8, 12),
                12,
                exitOnEmployment,
                3,
                2,
                List.of(1, 5, 12),
                exemptionExpectedDays);
    }

    static ServiceCatalogue catalogue(Programme programme, @Nullable String first, boolean grounds) {
        return new ServiceCatalogue(
                programme,
                1,
                LocalDate.of(2015, 7, 1),
                first,
                grounds,
                List.of(FollowUp.Method.TELEPHONE, FollowUp.Method.IN_PERSON),
                3,
                2,
                "CM",
                List.of(FundSource.WIOA_ADULT, FundSource.WIOA_DISLOCATED_WORKER),
                List.of("REFER"),
                List.of(
                        service("08", CatalogueEntry.Level.CORE, true, 1),
                        service("CAREER", CatalogueEntry.Level.INTENSIVE, true, 90),
                        service("COUNSEL", CatalogueEntry.Level.INTENSIVE, true, 180),
                        new CatalogueEntry(
                                "OST",
                                "Training",
                                CatalogueEntry.Level.TRAINING,
                                true,
                                false,
                                730,
                                List.of(Evidence.Kind.NOTE),
                                List.of(
                                        FundSource.LEAP_GRANT,
                                        FundSource.WIOA_YOUTH,
                                        FundSource.WIOA_DISLOCATED_WORKER),
                                false,
                                false,
                                true,
                                List.of()),
                        new CatalogueEntry(
                                "OUT",
                                "Outreach",
                                CatalogueEntry.Level.SUPPORT,
                                false,
                                true,
                                1,
                                List.of(Evidence.Kind.NOTE),
                                List.of(),
                                true,
                                false,
                                false,
                                List.of()),
                        new CatalogueEntry(
                                "CM",
                                "Case management",
                                CatalogueEntry.Level.SUPPORT,
                                false,
                                true,
                                1,
                                List.of(Evidence.Kind.NOTE),
                                List.of(),
                                true,
                                false,
                                false,
                                List.of()),
                        new CatalogueEntry(
                                "FU",
                                "Tracking",
                                CatalogueEntry.Level.SUPPORT,
                                false,
                                true,
                                1,
                                List.of(Evidence.Kind.NOTE),
                                List.of(),
                                false,
                                true,
                                false,
                                List.of())));
    }

    private static CatalogueEntry service(String code, CatalogueEntry.Level level, boolean qualifying, int days) {
        return new CatalogueEntry(
                code,
                "Service " + code,
                level,
                qualifying,
                days == 1,
                days,
                List.of(Evidence.Kind.NOTE),
                List.of(),
                false,
                false,
                false,
                List.of());
    }

    /** Enrolled on DAY, and given the first service on that day, with its note. */
    static Story participating() {
        return enrolled().gives("08").proven();
    }

    static Story enrolled() {
        return new Story().eligible().enrols();
    }

    Story in(Programme other, FundSource source) {
        programme = other;
        fundSource = source;
        return this;
    }

    Story eligible() {
        return does(enrolment.determineEligibility(
                new Eligibility(id("eligibility"), programme, true, today, "assessed", null, "w-1")));
    }

    Story enrols() {
        return enrols(null);
    }

    Story enrols(@Nullable String staffingNote) {
        return does(enrolment.enrol(
                new ProgrammeEnrolment(
                        id("enrolled"), programme, fundSource, today, null, "goals and barriers", staffingNote, "w-1"),
                terms));
    }

    Story on(LocalDate day) {
        today = day;
        return this;
    }

    Story after(int days) {
        return on(today.plusDays(days));
    }

    Story gives(String code) {
        return gives(code, today, null);
    }

    Story gives(String code, LocalDate from, @Nullable String justification) {
        return records(new ServiceRules.Entry(
                id("service"),
                programme,
                code,
                from,
                null,
                null,
                null,
                "lower level did not do",
                justification,
                "w-1"));
    }

    Story records(ServiceRules.Entry entry) {
        return records(entry, catalogue(programme, null, false), Set.of());
    }

    Story records(ServiceRules.Entry entry, ServiceCatalogue catalogue, Set<String> goals) {
        return does(enrolment.recordService(
                entry, new ServiceRules.Known(today, catalogue, terms, missingSince, goals), List.of()));
    }

    /** The last service has a signed note of its first day. */
    Story proven() {
        ServiceGiven last = lastRecorded();
        return proven(last.id(), last.from());
    }

    Story proven(String service, LocalDate on) {
        return does(enrolment.evidence(service, new Evidence(id("note"), Evidence.Kind.NOTE, on), today));
    }

    ServiceGiven lastRecorded() {
        return enrolment.period().services().getLast();
    }

    Story plansGap(LocalDate from, LocalDate until) {
        return does(enrolment.planGap(
                new PlannedGap(
                        id("gap"), from, until, PlannedGap.Reason.HEALTH, "note-gap", List.of("CAREER"), today, "w-1"),
                terms,
                List.of(catalogue(programme, null, false)),
                today));
    }

    /** The clock is looked at in the first minute of the day. */
    Story visited() {
        return visited(today.atStartOfDay(enrolment.zone()).toInstant());
    }

    Story visited(Instant at) {
        return does(enrolment.visit(at, terms));
    }

    Story decides(ExitRules.Wish wish) {
        return does(enrolment.exit(wish, terms, today, heldSince));
    }

    Story findsJob(LocalDate startedOn) {
        Pay pay = new Pay(new BigDecimal("20.00"), new BigDecimal("40"));
        SelfSufficiencyStandard standard = new SelfSufficiencyStandard(
                "here", 1, DAY, List.of(new SelfSufficiencyStandard.Need(FamilyType.ADULT, new BigDecimal("41600"))));
        return does(enrolment.place(
                new Placement(
                        id("job"),
                        "Bakery",
                        "Baker",
                        startedOn,
                        pay,
                        true,
                        null,
                        standard.compare(FamilyType.ADULT, pay),
                        List.of(),
                        today,
                        "w-1"),
                terms,
                today));
    }

    Story does(Decision<Enrolment> decision) {
        refusal = null;
        switch (decision) {
            case Decision.Accepted<Enrolment>(Enrolment state, Happened happened) -> {
                enrolment = state;
                announced.add(happened);
            }
            case Decision.Unchanged<Enrolment> _ -> announced.add(Nothing.ANNOUNCED);
            case Decision.Refused<Enrolment>(Refusal why) -> refusal = why;
        }
        return this;
    }

    private String id(String kind) {
        return kind + "-" + ++ids;
    }

    Story announces(Class<? extends Happened> kind) {
        assertThat(refusal).isNull();
        assertThat(announced.getLast()).isInstanceOf(kind);
        return this;
    }

    Story announcesNothing() {
        assertThat(refusal).isNull();
        assertThat(announced.getLast()).isSameAs(Nothing.ANNOUNCED);
        return this;
    }

    Story isRefused(String rule, String inReason) {
        assertThat(refusal).as("refused").isNotNull();
        assertThat(java.util.Objects.requireNonNull(refusal).rule()).isEqualTo(rule);
        assertThat(refusal.reason()).contains(inReason);
        return this;
    }

    Story isRefusedAt(String rule, String field) {
        isRefused(rule, "");
        assertThat(java.util.Objects.requireNonNull(refusal).field()).isEqualTo(field);
        return this;
    }

    Story isStill(Enrolment.State state) {
        assertThat(enrolment.state()).isEqualTo(state);
        return this;
    }

    Exit exit() {
        return java.util.Objects.requireNonNull(enrolment.period().exit(), "no exit");
    }

    EnrolmentSnapshot snapshot() {
        return EnrolmentSnapshot.of(enrolment);
    }

    enum Nothing implements Happened {
        ANNOUNCED
    }
}
