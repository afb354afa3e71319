package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.Clearance;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMember.SplitRule;
import org.throughcare.platform.security.Role;

/** Who takes over, and who is recommended. */
class SuccessionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final UUID INSIDE = new UUID(0, 1);
    private static final UUID OUTSIDE = new UUID(0, 2);

    private static Clearance validUntil(@Nullable LocalDate until) {
        return until == null
                ? new Clearance(Clearance.State.NONE, TODAY, null)
                : new Clearance(Clearance.State.VALID, TODAY, until);
    }

    private static Candidate worker(UUID id, @Nullable LocalDate cleared, int weight, Setting... settings) {
        StaffMember member = new StaffMember(
                id,
                "Worker " + id.getLeastSignificantBits(),
                Role.JAIL_CASE_MANAGER,
                ZoneId.of("America/Chicago"),
                List.of(new UUID(0, 9)),
                Arrays.asList(settings),
                new StaffMember.ContactCard(null, null, null),
                true,
                null,
                validUntil(cleared),
                null);
        return new Candidate(member, Caseload.of(id).holding(new UUID(5, 5), Caseload.Side.BEFORE, weight, NOW));
    }

    private static Candidate leaving(Candidate who, LocalDate lastDay) {
        StaffMember.Departure departure = new StaffMember.Departure(
                UUID.randomUUID(), lastDay, List.of(), "moves away", SplitRule.LOWEST_LOAD, null);
        StaffMember m = who.member();
        return new Candidate(
                new StaffMember(
                        m.id(),
                        m.name(),
                        m.role(),
                        m.zone(),
                        m.sites(),
                        m.settings(),
                        m.contactCard(),
                        true,
                        null,
                        m.clearance(),
                        departure),
                who.load());
    }

    private static Need held(int number) {
        return new Need(new UUID(7, number), Caseload.Side.BEFORE, true, Caseload.ORDINARY, 40);
    }

    private static Need released(int number) {
        return new Need(new UUID(8, number), Caseload.Side.AFTER, false, Caseload.ORDINARY, 80);
    }

    private static Succession by(SplitRule rule) {
        return new Succession(rule, TODAY);
    }

    @Test
    @DisplayName("L12 cases go one by one to whoever carries least by then, as they weigh")
    void lowestLoad() {
        List<Candidate> two =
                List.of(worker(INSIDE, TODAY, 100, Setting.JAIL), worker(OUTSIDE, TODAY, 400, Setting.JAIL));
        List<Need> needs = IntStream.range(0, 5).mapToObj(SuccessionTest::held).toList();
        assertThat(by(SplitRule.LOWEST_LOAD).share(needs, two, NOW))
                .extracting(Succession.Choice::to)
                .containsExactly(INSIDE, INSIDE, INSIDE, INSIDE, OUTSIDE);
    }

    @Test
    @DisplayName(
            "L12 by setting, who is held goes to the jail's worker and who is released to the community's, whatever they carry")
    void bySetting() {
        List<Candidate> two =
                List.of(worker(INSIDE, TODAY, 900, Setting.JAIL), worker(OUTSIDE, TODAY, 100, Setting.COMMUNITY));
        assertThat(by(SplitRule.BY_SETTING).share(List.of(held(1), released(1), held(2)), two, NOW))
                .extracting(Succession.Choice::to)
                .containsExactly(INSIDE, OUTSIDE, INSIDE);
        assertThat(by(SplitRule.LOWEST_LOAD).share(List.of(held(1)), two, NOW))
                .extracting(Succession.Choice::to)
                .containsExactly(OUTSIDE);
    }

    @Test
    @DisplayName(
            "L12 who is held goes to who is cleared on the day, though they carry more; the day after the clearance ends it does not count")
    void clearance() {
        Candidate cleared = worker(INSIDE, TODAY, 900, Setting.JAIL);
        Candidate expired = worker(OUTSIDE, TODAY.minusDays(1), 100, Setting.JAIL);
        Succession.Choice choice = by(SplitRule.LOWEST_LOAD).choose(held(1), List.of(cleared, expired));
        assertThat(choice.to()).isEqualTo(INSIDE);
        assertThat(choice.despite()).isEmpty();
        assertThat(choice.passedOver()).singleElement().satisfies(other -> {
            assertThat(other.staff()).isEqualTo(OUTSIDE);
            assertThat(other.because()).extracting(Objection::kind).containsExactly(Objection.Kind.NO_CLEARANCE);
        });
        assertThat(by(SplitRule.LOWEST_LOAD)
                        .choose(released(1), List.of(cleared, expired))
                        .despite())
                .isEmpty();
        Succession.Choice alone = by(SplitRule.LOWEST_LOAD).choose(held(1), List.of(expired));
        assertThat(alone.to()).isEqualTo(OUTSIDE);
        assertThat(alone.despite(Objection.Kind.NO_CLEARANCE)).isTrue();
        Succession tomorrow = new Succession(SplitRule.LOWEST_LOAD, TODAY.plusDays(1));
        assertThat(tomorrow.choose(held(1), List.of(cleared)).despite(Objection.Kind.NO_CLEARANCE))
                .isTrue();
    }

    @Test
    @DisplayName("L12 L2 a successor is filled up to the limit and not past it while another has room; then it shows")
    void limit() {
        Candidate nearlyFull = worker(INSIDE, TODAY, 3_900, Setting.JAIL);
        Candidate full = worker(OUTSIDE, TODAY, 4_000, Setting.JAIL);
        List<Succession.Choice> choices =
                by(SplitRule.LOWEST_LOAD).share(List.of(held(1), held(2)), List.of(nearlyFull, full), NOW);
        assertThat(choices.getFirst().to()).isEqualTo(INSIDE);
        assertThat(choices.getFirst().despite()).isEmpty();
        assertThat(choices.getLast().despite(Objection.Kind.OVER_LIMIT)).isTrue();
        assertThat(choices.getLast().to()).isNotNull();
    }

    @Test
    @DisplayName("C6 whose last day is before the day takes nothing over, who works on it still does")
    void leavingToo() {
        Candidate stays = leaving(worker(INSIDE, TODAY, 100, Setting.JAIL), TODAY);
        Candidate goes = leaving(worker(OUTSIDE, TODAY, 100, Setting.JAIL), TODAY.minusDays(1));
        assertThat(by(SplitRule.LOWEST_LOAD)
                        .choose(held(1), List.of(goes, stays))
                        .to())
                .isEqualTo(INSIDE);
        Succession.Choice nobody = by(SplitRule.LOWEST_LOAD).choose(held(1), List.of(goes));
        assertThat(nobody.to()).isNull();
        assertThat(nobody.passedOver().getFirst().because())
                .extracting(Objection::because)
                .first()
                .isEqualTo("works until " + TODAY.minusDays(1));
    }

    @Test
    @DisplayName(
            "C6 recommended first is who had the participant before, while nothing speaks against them; then who carries least")
    void recommended() {
        UUID third = new UUID(0, 3);
        List<Candidate> three = List.of(
                worker(INSIDE, TODAY, 3_900, Setting.JAIL),
                worker(OUTSIDE, TODAY, 200, Setting.JAIL),
                worker(third, TODAY, 100, Setting.JAIL));
        Map<UUID, LocalDate> before = Map.of(INSIDE, TODAY.minusDays(30));
        List<RecommendingAPrimary.Recommendation> ranked = RecommendingAPrimary.rank(held(1), three, before, TODAY);
        assertThat(ranked)
                .extracting(RecommendingAPrimary.Recommendation::staff)
                .containsExactly(INSIDE, third, OUTSIDE);
        assertThat(ranked.getFirst().reasons())
                .containsExactly(
                        "answered for the participant until " + TODAY.minusDays(30),
                        "is cleared for the jail until " + TODAY,
                        "carries 39 of 40 cases before release");
    }

    @Test
    @DisplayName(
            "C6 L2 L12 who had the participant before and has no room, no clearance or a last day comes after those who fit, with the reason")
    void notRecommended() {
        Map<UUID, LocalDate> before = Map.of(INSIDE, TODAY.minusDays(30));
        Candidate other = worker(OUTSIDE, TODAY, 3_000, Setting.JAIL);
        for (Candidate former : List.of(
                worker(INSIDE, TODAY, 3_901, Setting.JAIL),
                worker(INSIDE, TODAY.minusDays(1), 100, Setting.JAIL),
                leaving(worker(INSIDE, TODAY, 100, Setting.JAIL), TODAY.minusDays(1)))) {
            List<RecommendingAPrimary.Recommendation> ranked =
                    RecommendingAPrimary.rank(held(1), List.of(former, other), before, TODAY);
            assertThat(ranked)
                    .extracting(RecommendingAPrimary.Recommendation::staff)
                    .containsExactly(OUTSIDE, INSIDE);
            assertThat(ranked.getFirst().fits()).isTrue();
            assertThat(ranked.getLast().fits()).isFalse();
            assertThat(ranked.getLast().reasons()).hasSizeGreaterThan(2);
        }
    }

    private static Candidate carrying(UUID id, int before, int after) {
        Candidate inside = worker(id, TODAY, before, Setting.JAIL);
        return new Candidate(inside.member(), inside.load().holding(new UUID(5, 6), Caseload.Side.AFTER, after, NOW));
    }

    @Test
    @DisplayName(
            "L12 L2 least is what is carried where the case counts, then altogether, then it is always the same one")
    void least() {
        UUID third = new UUID(0, 3);
        Succession lowest = by(SplitRule.LOWEST_LOAD);
        assertThat(lowest.choose(released(1), List.of(carrying(INSIDE, 100, 300), carrying(OUTSIDE, 900, 200)))
                        .to())
                .isEqualTo(OUTSIDE);
        assertThat(lowest.choose(released(1), List.of(carrying(INSIDE, 900, 200), carrying(OUTSIDE, 100, 200)))
                        .to())
                .isEqualTo(OUTSIDE);
        assertThat(lowest.choose(released(1), List.of(carrying(third, 100, 200), carrying(OUTSIDE, 100, 200)))
                        .to())
                .isEqualTo(OUTSIDE);
    }

    @Test
    @DisplayName("L12 L2 by setting, whoever has no room is passed over for somebody who works elsewhere and has")
    void roomBeforeSetting() {
        Candidate full = worker(INSIDE, TODAY, 4_000, Setting.JAIL);
        Candidate elsewhere = worker(OUTSIDE, TODAY, 100, Setting.COMMUNITY);
        Candidate alsoElsewhere = worker(new UUID(0, 3), TODAY, 200, Setting.COMMUNITY);
        Succession.Choice choice = by(SplitRule.BY_SETTING).choose(held(1), List.of(full, elsewhere, alsoElsewhere));
        assertThat(choice.to()).isEqualTo(OUTSIDE);
        assertThat(choice.passedOver()).extracting(Succession.PassedOver::staff).containsExactly(INSIDE);
        Succession.Choice alone = by(SplitRule.BY_SETTING).choose(held(1), List.of(full));
        assertThat(alone.despite(Objection.Kind.OVER_LIMIT)).isTrue();
        assertThat(alone.despite(Objection.Kind.NO_CLEARANCE)).isFalse();
        assertThat(alone.passedOver()).isEmpty();
    }

    @Test
    @DisplayName("L2 for whoever is on the caseload already there is room on it")
    void onItAlready() {
        Candidate full = worker(INSIDE, TODAY, 4_000, Setting.JAIL);
        Need known = new Need(new UUID(5, 5), Caseload.Side.BEFORE, true, Caseload.ORDINARY, 40);
        assertThat(full.objections(known, TODAY)).isEmpty();
        assertThat(full.objections(held(1), TODAY)).hasSize(1);
    }

    @Test
    @DisplayName("L12 L2 for who is held, being cleared comes before having room")
    void clearedBeforeRoom() {
        Candidate full = worker(INSIDE, TODAY, 4_000, Setting.JAIL);
        Candidate uncleared = worker(OUTSIDE, null, 100, Setting.JAIL);
        Succession.Choice choice = by(SplitRule.LOWEST_LOAD).choose(held(1), List.of(uncleared, full));
        assertThat(choice.to()).isEqualTo(INSIDE);
        assertThat(choice.despite()).extracting(Objection::kind).containsExactly(Objection.Kind.OVER_LIMIT);
    }

    @Test
    @DisplayName(
            "C6 L2 L12 what is said of somebody is true of them: no clearance for who has none or needs none, no room for who is full")
    void reasons() {
        String until = "is cleared for the jail until " + TODAY;
        Candidate uncleared = worker(INSIDE, null, 100, Setting.JAIL);
        assertThat(reasons(held(1), uncleared))
                .containsExactly("carries 1 of 40 cases before release", "is not cleared for the jail on " + TODAY);
        assertThat(reasons(held(1), worker(INSIDE, TODAY, 4_000, Setting.JAIL)))
                .containsExactly(until, "has no room for 1 more: carries 40 of 40 cases before release");
        assertThat(reasons(released(1), worker(INSIDE, TODAY, 100, Setting.JAIL)))
                .containsExactly("carries 0 of 80 cases after release");
    }

    private static List<String> reasons(Need need, Candidate candidate) {
        return RecommendingAPrimary.rank(need, List.of(candidate), Map.of(), TODAY)
                .getFirst()
                .reasons();
    }
}
