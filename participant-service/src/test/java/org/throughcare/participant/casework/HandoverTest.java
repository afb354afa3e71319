package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/** Who may open, take and leave what, on which days; handovers are due 14 days after the release. */
class HandoverTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final UUID RELEASE = new UUID(0, 3);
    private static final UUID HANDOVER = new UUID(0, 7);
    private static final UUID INSIDE = new UUID(0, 10);
    private static final UUID OUTSIDE = new UUID(0, 11);
    private static final UUID THIRD = new UUID(0, 12);
    private static final String SURPRISE = "released by surprise";

    private static Case withoutCard(StaffingModel model) {
        Case.Terms terms = new Case.Terms(new UUID(0, 4), 1, 14, 1, 12, 30, 14);
        List<Programme> leap = List.of(Programme.LEAP);
        return after(Case.open(
                new Case.Opening(new UUID(0, 1), new UUID(0, 2), ZONE, leap, model, terms, INSIDE, Setting.JAIL),
                NOW,
                "staff:someone"));
    }

    private static Case open(StaffingModel model) {
        return after(withoutCard(model).giveContactCard(TODAY, NOW));
    }

    private static CustodyFacts held(@Nullable LocalDate projected, UUID... withdrawn) {
        return new CustodyFacts(Population.NEAR_RELEASE, projected, null, List.of(withdrawn));
    }

    private static CustodyFacts released() {
        return new CustodyFacts(Population.RELEASED, null, new CustodyFacts.ReleaseFact(RELEASE, TODAY), List.of());
    }

    private static Case after(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Case>) decision).state();
    }

    private static Refusal refused(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Case>) decision).refusal();
    }

    private static void nothing(Decision<Case> decision) {
        assertThat(decision).isEqualTo(Decision.unchanged());
    }

    private static Case follow(Case of, CustodyFacts facts, Instant now) {
        Case next = of;
        while (FollowingSteps.next(next, facts, now) instanceof Decision.Accepted<Case> step) {
            next = step.state();
        }
        return next;
    }

    private static Decision<Case> opens(Case of, UUID id, @Nullable UUID to, @Nullable LocalDate dueOn) {
        return CaseTeamwork.openHandover(of, held(null), id, to, dueOn, NOW);
    }

    private static Case planned() {
        return after(opens(open(StaffingModel.TRANSITION), HANDOVER, OUTSIDE, null));
    }

    private static Handover pending(Case of) {
        return Objects.requireNonNull(of.pendingHandover());
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(ZONE).toInstant();
    }

    @Test
    @DisplayName(
            "L7 L15 a late handover is open again when a change of date makes it due today, and stays late for yesterday")
    void openAgain() {
        LocalDate day = TODAY.plusDays(15);
        Case late = after(planned().visit(morning(day)));
        assertThat(pending(late).state()).isEqualTo(Handover.State.LATE);
        Case again = follow(late, held(day.minusDays(14)), morning(day));
        assertThat(pending(again).dueOn()).isEqualTo(day);
        assertThat(pending(again).state()).isEqualTo(Handover.State.OPEN);
        Case still = follow(late, held(day.minusDays(13)), morning(day.plusDays(2)));
        assertThat(pending(still).state()).isEqualTo(Handover.State.LATE);
    }

    @Test
    @DisplayName("L7 a handover is due today at the earliest, goes to somebody else, and is the only one")
    void opened() {
        Case of = open(StaffingModel.TRANSITION);
        assertThat(refused(opens(of, HANDOVER, OUTSIDE, TODAY.minusDays(1))).field())
                .isEqualTo("dueOn");
        assertThat(refused(opens(of, HANDOVER, INSIDE, TODAY)).field()).isEqualTo("to");
        Case once = after(opens(of, HANDOVER, OUTSIDE, TODAY));
        assertThat(pending(once).dueOn()).isEqualTo(TODAY);
        nothing(opens(once, HANDOVER, OUTSIDE, TODAY));
        assertThat(refused(opens(once, new UUID(0, 8), OUTSIDE, TODAY)).allowed())
                .containsExactly("handover/acceptance");
    }

    @Test
    @DisplayName("L7 one that is opened after the release belongs to it, and is due by it")
    void afterTheRelease() {
        Case out = follow(open(StaffingModel.MIXED), released(), NOW);
        Case of = after(CaseTeamwork.openHandover(out, released(), HANDOVER, OUTSIDE, null, NOW));
        assertThat(pending(of).release()).isEqualTo(RELEASE);
        assertThat(pending(of).causedByRelease()).isFalse();
        assertThat(pending(of).dueOn()).isEqualTo(TODAY.plusDays(14));
    }

    @Test
    @DisplayName(
            "L7 it is accepted by whom it goes to, with a reason in words where its list is open; without one nothing is")
    void accepted() {
        Case of = planned();
        assertThat(refused(CaseTeamwork.acceptHandover(of, THIRD, Setting.COMMUNITY, SURPRISE, NOW))
                        .reason())
                .contains("someone else");
        assertThat(refused(CaseTeamwork.acceptHandover(of, OUTSIDE, Setting.COMMUNITY, " ", NOW))
                        .field())
                .isEqualTo("withoutBecause");
        Case accepted = after(CaseTeamwork.acceptHandover(of, OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
        assertThat(accepted.handovers().getFirst().wentWithoutBecause()).isEqualTo(SURPRISE);
        assertThat(refused(CaseTeamwork.acceptHandover(accepted, THIRD, Setting.COMMUNITY, SURPRISE, NOW))
                        .reason())
                .contains("No handover");
        assertThat(refused(CaseTeamwork.tick(accepted, Handover.Item.INTRODUCED, NOW, "staff:someone"))
                        .reason())
                .contains("No handover");
    }

    @Test
    @DisplayName("L7 C6 accepted ahead of the release, who handed over stays on the team inside; after it, not")
    void staysInside() {
        Case ahead = after(CaseTeamwork.acceptHandover(planned(), OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
        assertThat(ahead.team().members())
                .filteredOn(Team.Member::current)
                .extracting(Team.Member::staff, Team.Member::role)
                .containsExactlyInAnyOrder(tuple(OUTSIDE, TeamRole.PRIMARY), tuple(INSIDE, TeamRole.SECONDARY));
        Case out = follow(planned(), released(), NOW);
        assertThat(after(CaseTeamwork.acceptHandover(out, OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW))
                        .team()
                        .has(INSIDE))
                .isFalse();
    }

    @Test
    @DisplayName("L7 at a TRANSITION site a release opens no handover where somebody outside leads already")
    void ledFromOutside() {
        Case outside =
                after(CaseTeamwork.assignPrimary(open(StaffingModel.TRANSITION), OUTSIDE, Setting.COMMUNITY, NOW));
        assertThat(follow(outside, released(), NOW).handovers()).isEmpty();
    }

    @Test
    @DisplayName("L12 who was to take over and gets the case, or leaves the team, is awaited no more")
    void awaited() {
        Case assigned = after(CaseTeamwork.assignPrimary(planned(), OUTSIDE, Setting.COMMUNITY, NOW));
        assertThat(pending(assigned).to()).isNull();
        Case other = after(CaseTeamwork.assignPrimary(planned(), THIRD, Setting.JAIL, NOW));
        assertThat(pending(other).to()).isEqualTo(OUTSIDE);
        Case left = after(CaseTeamwork.leave(planned(), OUTSIDE, NOW));
        assertThat(pending(left).to()).isNull();
        assertThat(pending(left).from()).isEqualTo(INSIDE);
        nothing(CaseTeamwork.leave(planned(), THIRD, NOW));
        Case joined = after(CaseTeamwork.join(planned(), THIRD, TeamRole.SECONDARY, Setting.JAIL, NOW));
        assertThat(pending(after(CaseTeamwork.leave(joined, THIRD, NOW))).to()).isEqualTo(OUTSIDE);
    }

    @Test
    @DisplayName("C6 somebody joins a team once and leaves it again, and the primary worker is not touched by it")
    void team() {
        Case of = open(StaffingModel.MIXED);
        Case two = after(CaseTeamwork.join(of, OUTSIDE, TeamRole.SECONDARY, Setting.COMMUNITY, NOW));
        assertThat(two.team().has(OUTSIDE)).isTrue();
        nothing(CaseTeamwork.join(two, OUTSIDE, TeamRole.SECONDARY, Setting.COMMUNITY, NOW));
        Case one = after(CaseTeamwork.leave(two, OUTSIDE, NOW));
        assertThat(one.team().has(OUTSIDE)).isFalse();
        assertThat(one.primary()).isEqualTo(INSIDE);
        nothing(CaseTeamwork.leave(one, OUTSIDE, NOW));
    }

    @Test
    @DisplayName(
            "L1 L7 C6 a case with a handover open is not closed; closed, it gets no other worker until it is taken up again")
    void closed() {
        assertThat(refused(planned().close(List.of(), NOW)).rule()).isEqualTo("L7");
        Case of = open(StaffingModel.TRANSITION);
        nothing(of.reopen(NOW));
        Case closed = after(of.close(List.of(), NOW));
        assertThat(closed.closedOn()).isEqualTo(TODAY);
        nothing(closed.close(List.of(), NOW));
        nothing(closed.visit(morning(TODAY.plusDays(400))));
        nothing(CaseTeamwork.followModel(closed, StaffingModel.MIXED));
        assertThat(refused(CaseTeamwork.assignPrimary(closed, OUTSIDE, Setting.COMMUNITY, NOW))
                        .allowed())
                .containsExactly("reopening");
        Case again = after(closed.reopen(NOW));
        assertThat(again.closedOn()).isNull();
        assertThat(after(CaseTeamwork.assignPrimary(again, OUTSIDE, Setting.COMMUNITY, NOW))
                        .primary())
                .isEqualTo(OUTSIDE);
    }

    @Test
    @DisplayName("L15 L18 a contact card and an introduction are recorded today at the latest, the card once")
    void notAhead() {
        Case of = open(StaffingModel.TRANSITION);
        nothing(of.giveContactCard(TODAY, NOW));
        Case met = after(of.introduce(introduction(TODAY), NOW));
        assertThat(met.introductions()).hasSize(1);
        assertThat(refused(of.introduce(introduction(TODAY.plusDays(1)), NOW)).field())
                .isEqualTo("on");
        assertThat(refused(of.giveContactCard(TODAY.plusDays(1), NOW)).field()).isEqualTo("on");
    }

    private static Introduction introduction(LocalDate on) {
        return new Introduction(new UUID(0, 20), IntroductionKind.VISIT, OUTSIDE, on);
    }

    @Test
    @DisplayName(
            "N15 a case goes to another site with its team and by that site's terms; the same site announces nothing")
    void moves() {
        Case of = planned();
        Case.Terms there = new Case.Terms(new UUID(0, 5), 2, 7, 3, 6, 20, 7);
        UUID site = new UUID(0, 30);
        nothing(CaseTeamwork.moveTo(of, of.site(), ZONE, StaffingModel.MIXED, there));
        Case moved = after(CaseTeamwork.moveTo(of, site, ZONE, StaffingModel.MIXED, there));
        assertThat(moved.sites()).containsExactly(of.site(), site);
        assertThat(moved.terms()).isEqualTo(there);
        assertThat(moved.team()).isEqualTo(of.team());
        assertThat(moved.handovers()).isEqualTo(of.handovers());
        assertThat(moved.modelKey()).isEqualTo(Case.modelKey(site, StaffingModel.MIXED, Case.State.OPEN));
    }

    private static Case met(Case of, int number, UUID staff) {
        return after(of.introduce(new Introduction(new UUID(9, number), IntroductionKind.VISIT, staff, TODAY), NOW));
    }

    private static Case takenOver(StaffingModel model) {
        Case out = follow(open(model), released(), NOW);
        return after(CaseTeamwork.acceptHandover(out, OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
    }

    @Test
    @DisplayName(
            "L7 L18 what a release opens goes to whom the participant met last from outside, or is open to anybody")
    void goesTo() {
        Case two = met(met(met(open(StaffingModel.TRANSITION), 1, THIRD), 2, OUTSIDE), 3, INSIDE);
        assertThat(pending(follow(two, released(), NOW)).to()).isEqualTo(OUTSIDE);
        assertThat(pending(follow(open(StaffingModel.TRANSITION), released(), NOW))
                        .to())
                .isNull();
    }

    @Test
    @DisplayName(
            "L7 under MIXED who is on the team already does not join a second time, and no change of it is announced")
    void widensOnce() {
        Case of = met(
                after(CaseTeamwork.join(
                        open(StaffingModel.MIXED), OUTSIDE, TeamRole.SECONDARY, Setting.COMMUNITY, NOW)),
                1,
                OUTSIDE);
        Decision<Case> step = FollowingSteps.next(of, released(), NOW);
        assertThat(((Decision.Accepted<Case>) step).happened())
                .isEqualTo(new CaseEvent.CustodyFollowed(Population.RELEASED, RELEASE));
        assertThat(after(step).team()).isEqualTo(of.team());
        assertThat(after(step).side()).isEqualTo(Caseload.Side.AFTER);
        assertThat(of.side()).isEqualTo(Caseload.Side.BEFORE);
    }

    @Test
    @DisplayName(
            "L15 a return after the handover was accepted gives nothing back, and no year runs while the person is held")
    void returned() {
        Case back = follow(takenOver(StaffingModel.TRANSITION), held(null), NOW);
        assertThat(back.primary()).isEqualTo(OUTSIDE);
        assertThat(back.handovers()).extracting(Handover::state).containsExactly(Handover.State.ACCEPTED);
        assertThat(back.yearEndsOn()).isNull();
    }

    @Test
    @DisplayName("L15 a withdrawn release gives the case back to nobody where a third one has taken the lead since")
    void thirdOne() {
        Case third =
                after(CaseTeamwork.assignPrimary(takenOver(StaffingModel.TRANSITION), THIRD, Setting.COMMUNITY, NOW));
        Case back = follow(third, held(null, RELEASE), NOW);
        assertThat(back.primary()).isEqualTo(THIRD);
        assertThat(back.team().has(INSIDE)).isFalse();
        Case ahead = after(CaseTeamwork.acceptHandover(
                follow(planned(), released(), NOW), OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
        Case led = after(CaseTeamwork.assignPrimary(ahead, THIRD, Setting.COMMUNITY, NOW));
        assertThat(follow(led, held(null, RELEASE), NOW).team().has(INSIDE)).isFalse();
    }

    @Test
    @DisplayName("L15 who left the team before the release is not brought back by its withdrawal")
    void leftBefore() {
        Case ahead = after(CaseTeamwork.acceptHandover(planned(), OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
        Case left = after(CaseTeamwork.leave(ahead, INSIDE, NOW));
        Case back = follow(follow(left, released(), NOW), held(null, RELEASE), NOW);
        assertThat(back.team().has(INSIDE)).isFalse();
        assertThat(back.primary()).isEqualTo(OUTSIDE);
    }

    @Test
    @DisplayName("L15 a release that changed nothing is withdrawn without a word about the team")
    void nothingToTakeBack() {
        Case out = follow(open(StaffingModel.SAME_STAFF), released(), NOW);
        Decision<Case> step = FollowingSteps.next(out, held(null, RELEASE), NOW);
        assertThat(((Decision.Accepted<Case>) step).happened())
                .isEqualTo(new CaseEvent.CustodyFollowed(Population.NEAR_RELEASE, null));
    }

    @Test
    @DisplayName("L15 the missing card alerts again when a release that was put off comes near again")
    void cardAgain() {
        Case near = follow(withoutCard(StaffingModel.SAME_STAFF), held(TODAY.plusDays(20)), NOW);
        assertThat(near.contactCardAlerted()).isTrue();
        CustodyFacts far = new CustodyFacts(Population.IN_CUSTODY, TODAY.plusDays(200), null, List.of());
        Case putOff = follow(near, far, NOW);
        assertThat(putOff.contactCardAlerted()).isFalse();
        assertThat(follow(putOff, held(TODAY.plusDays(20)), NOW).contactCardAlerted())
                .isTrue();
    }

    @Test
    @DisplayName(
            "L7 a handover that is opened while news of a release is on its way belongs to it once that is followed")
    void newsOnItsWay() {
        Case of = after(
                CaseTeamwork.openHandover(open(StaffingModel.TRANSITION), released(), HANDOVER, OUTSIDE, null, NOW));
        assertThat(of.followed().release()).isNull();
        Case out = follow(of, released(), NOW);
        assertThat(out.handovers())
                .extracting(Handover::id, Handover::release)
                .containsExactly(tuple(HANDOVER, RELEASE));
    }

    @Test
    @DisplayName("L7 what is done on the list is done once, by whom it was, and with all of it done no reason is kept")
    void list() {
        Case of = after(CaseTeamwork.tick(planned(), Handover.Item.INTRODUCED, NOW, "staff:ann"));
        Case done = of;
        for (Handover.Item item : pending(of).open()) {
            done = after(CaseTeamwork.tick(done, item, NOW, "staff:ben"));
        }
        assertThat(pending(done).checklist())
                .filteredOn(each -> "staff:ann".equals(each.doneBy()))
                .extracting(Handover.ChecklistItem::item)
                .containsExactly(Handover.Item.INTRODUCED);
        Case accepted = after(CaseTeamwork.acceptHandover(done, OUTSIDE, Setting.COMMUNITY, SURPRISE, NOW));
        assertThat(accepted.handovers().getFirst().wentWithoutBecause()).isNull();
    }

    @Test
    @DisplayName("L1 a closed case says nothing of the year after release, also when it runs out")
    void closedInTheYear() {
        Case running = follow(open(StaffingModel.SAME_STAFF), released(), NOW);
        assertThat(running.dueAt()).isNotNull();
        Case closed = after(running.close(List.of(), NOW));
        assertThat(closed.dueAt()).isNull();
        nothing(closed.visit(morning(TODAY.plusDays(360))));
    }
}
