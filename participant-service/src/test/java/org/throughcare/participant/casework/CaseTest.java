package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.throughcare.platform.aggregate.Happened;

class CaseTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID SITE = new UUID(0, 2);
    private static final UUID RELEASE = new UUID(0, 3);
    private static final UUID JAIL_WORKER = new UUID(0, 10);
    private static final UUID COMMUNITY_WORKER = new UUID(0, 11);
    private static final Case.Terms TERMS = new Case.Terms(new UUID(0, 4), 1, 14, 1, 12, 30, 14);

    private final List<Happened> announced = new ArrayList<>();

    private Case after(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Case> accepted = (Decision.Accepted<Case>) decision;
        announced.add(accepted.happened());
        return accepted.state();
    }

    private Case open(StaffingModel model) {
        Case opened = after(Case.open(
                new Case.Opening(SOMEONE, SITE, ZONE, List.of(Programme.LEAP), model, TERMS, JAIL_WORKER, Setting.JAIL),
                NOW,
                "staff:someone"));
        announced.clear();
        return opened;
    }

    private Case follow(Case of, CustodyFacts facts) {
        Case now = of;
        while (FollowingSteps.next(now, facts, NOW) instanceof Decision.Accepted<Case> step) {
            announced.add(step.happened());
            now = step.state();
        }
        return now;
    }

    private static CustodyFacts held(@Nullable LocalDate projected, UUID... withdrawn) {
        boolean near = projected != null && !projected.isAfter(TODAY.plusDays(60));
        return new CustodyFacts(
                near ? Population.NEAR_RELEASE : Population.IN_CUSTODY, projected, null, Arrays.asList(withdrawn));
    }

    private static CustodyFacts released(UUID release, UUID... withdrawn) {
        return new CustodyFacts(
                Population.RELEASED, null, new CustodyFacts.ReleaseFact(release, TODAY), Arrays.asList(withdrawn));
    }

    private Case withCard(Case of) {
        Case given = after(of.giveContactCard(TODAY, NOW));
        announced.clear();
        return given;
    }

    private static void refused(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
    }

    private static void nothing(Decision<Case> decision) {
        assertThat(decision).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L7 under TRANSITION a release opens a handover keyed by the release, and once only")
    void transition() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Handover handover = Objects.requireNonNull(of.pendingHandover());
        assertThat(handover.release()).isEqualTo(RELEASE);
        assertThat(handover.dueOn()).isEqualTo(TODAY.plusDays(14));
        assertThat(announced).hasSize(1).first().isInstanceOf(CaseEvent.HandoverOpened.class);
        assertThat(follow(of, released(RELEASE))).isEqualTo(of);
        assertThat(announced).hasSize(1);
    }

    @Test
    @DisplayName("L7 under SAME_STAFF a release keeps the worker and opens nothing")
    void sameStaff() {
        Case of = follow(withCard(open(StaffingModel.SAME_STAFF)), released(RELEASE));
        assertThat(of.handovers()).isEmpty();
        assertThat(of.primary()).isEqualTo(JAIL_WORKER);
        refused(CaseTeamwork.openHandover(of, released(RELEASE), UUID.randomUUID(), COMMUNITY_WORKER, null, NOW));
    }

    @Test
    @DisplayName("L7 under MIXED a release widens the team by those who were introduced, and its withdrawal narrows it")
    void mixed() {
        Case met = after(withCard(open(StaffingModel.MIXED))
                .introduce(
                        new Introduction(UUID.randomUUID(), IntroductionKind.VIDEO_CALL, COMMUNITY_WORKER, TODAY),
                        NOW));
        Case wide = follow(met, released(RELEASE));
        assertThat(wide.team().has(COMMUNITY_WORKER)).isTrue();
        assertThat(wide.primary()).isEqualTo(JAIL_WORKER);
        Case narrow = follow(wide, held(null, RELEASE));
        assertThat(narrow.team().has(COMMUNITY_WORKER)).isFalse();
    }

    @Test
    @DisplayName("L15 a withdrawn release takes its handover and the year's end back")
    void withdrawn() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        announced.clear();
        Case back = follow(of, held(TODAY.plusDays(10), RELEASE));
        assertThat(back.pendingHandover()).isNull();
        assertThat(back.handovers()).extracting(Handover::state).containsExactly(Handover.State.WITHDRAWN);
        assertThat(back.yearEndsOn()).isNull();
        assertThat(announced).first().isInstanceOf(CaseEvent.HandoverWithdrawn.class);
    }

    @Test
    @DisplayName("L15 a release withdrawn after its handover was accepted gives the case back to the worker inside")
    void withdrawnAfterAcceptance() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Case accepted = after(CaseTeamwork.acceptHandover(of, COMMUNITY_WORKER, Setting.COMMUNITY, "by surprise", NOW));
        assertThat(accepted.primary()).isEqualTo(COMMUNITY_WORKER);
        Case back = follow(accepted, held(null, RELEASE));
        assertThat(back.primary()).isEqualTo(JAIL_WORKER);
    }

    @Test
    @DisplayName(
            "L15 a handover planned ahead and accepted after a release stands when the release is withdrawn, and the worker"
                    + " inside is back on the team")
    void plannedAheadAndAccepted() {
        Case near = withCard(open(StaffingModel.TRANSITION));
        UUID id = UUID.randomUUID();
        Case planned = after(CaseTeamwork.openHandover(near, held(null), id, COMMUNITY_WORKER, null, NOW));
        Case out = follow(planned, released(RELEASE));
        Case accepted = after(CaseTeamwork.acceptHandover(out, COMMUNITY_WORKER, Setting.COMMUNITY, "surprise", NOW));
        assertThat(accepted.team().has(JAIL_WORKER)).isFalse();
        Case back = follow(accepted, held(null, RELEASE));
        assertThat(back.primary()).isEqualTo(COMMUNITY_WORKER);
        assertThat(back.team().members())
                .filteredOn(Team.Member::current)
                .filteredOn(member -> member.staff().equals(JAIL_WORKER))
                .singleElement()
                .satisfies(member -> assertThat(member.role()).isEqualTo(TeamRole.SECONDARY))
                .satisfies(member -> assertThat(member.setting()).isEqualTo(Setting.JAIL));
        assertThat(follow(back, held(null, RELEASE))).isEqualTo(back);
    }

    @Test
    @DisplayName("L15 a date on which nothing in the case depends moves without a word from the case")
    void nothingDependsOnTheDate() {
        Case of = after(withCard(open(StaffingModel.TRANSITION))
                .introduce(new Introduction(UUID.randomUUID(), IntroductionKind.VISIT, COMMUNITY_WORKER, TODAY), NOW));
        announced.clear();
        assertThat(follow(follow(of, held(TODAY.plusDays(90))), held(TODAY.plusDays(10))))
                .isEqualTo(of);
        assertThat(announced).isEmpty();
    }

    @Test
    @DisplayName(
            "L7 a handover that staff open is due by the date custody has now, and their own day stays until it moves")
    void dueByTheDateOfNow() {
        Case of = withCard(open(StaffingModel.TRANSITION));
        Case byDate = after(CaseTeamwork.openHandover(
                of, held(TODAY.plusDays(20)), UUID.randomUUID(), COMMUNITY_WORKER, null, NOW));
        assertThat(byDate.pendingHandover()).extracting(Handover::dueOn).isEqualTo(TODAY.plusDays(34));
        Case ownDay = after(CaseTeamwork.openHandover(
                of, held(TODAY.plusDays(20)), UUID.randomUUID(), COMMUNITY_WORKER, TODAY.plusDays(3), NOW));
        assertThat(follow(ownDay, held(TODAY.plusDays(20))).pendingHandover()).isEqualTo(ownDay.pendingHandover());
        assertThat(follow(ownDay, held(TODAY.plusDays(21))).pendingHandover())
                .extracting(Handover::dueOn)
                .isEqualTo(TODAY.plusDays(35));
    }

    @Test
    @DisplayName("L15 release, withdrawal and another release, of which only the last is heard, end in one handover")
    void flapping() {
        UUID second = new UUID(0, 5);
        Case first = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Case of = follow(first, released(second, RELEASE));
        assertThat(of.handovers())
                .extracting(Handover::state)
                .containsExactly(Handover.State.WITHDRAWN, Handover.State.OPEN);
        assertThat(of.pendingHandover()).extracting(Handover::release).isEqualTo(second);
    }

    @Test
    @DisplayName("L15 a withdrawal heard without its release changes no handover")
    void withdrawalAlone() {
        Case of = withCard(open(StaffingModel.TRANSITION));
        assertThat(follow(of, held(null, RELEASE))).isEqualTo(of);
        assertThat(announced).isEmpty();
    }

    @Test
    @DisplayName(
            "L7 a handover opened by staff ahead of release stays when the release is withdrawn, and its due day moves")
    void openedAhead() {
        Case near = follow(withCard(open(StaffingModel.TRANSITION)), held(TODAY.plusDays(20)));
        UUID id = UUID.randomUUID();
        Case of = after(CaseTeamwork.openHandover(near, held(TODAY.plusDays(20)), id, COMMUNITY_WORKER, null, NOW));
        assertThat(of.pendingHandover()).extracting(Handover::dueOn).isEqualTo(TODAY.plusDays(34));
        Case moved = follow(of, held(TODAY.plusDays(30)));
        assertThat(moved.pendingHandover()).extracting(Handover::dueOn).isEqualTo(TODAY.plusDays(44));
        Case out = follow(moved, released(RELEASE));
        assertThat(out.handovers()).hasSize(1);
        assertThat(out.pendingHandover()).extracting(Handover::dueOn).isEqualTo(TODAY.plusDays(14));
        Case back = follow(out, held(TODAY.plusDays(30), RELEASE));
        assertThat(back.pendingHandover()).extracting(Handover::id).isEqualTo(id);
        assertThat(back.pendingHandover()).extracting(Handover::dueOn).isEqualTo(TODAY.plusDays(44));
    }

    @Test
    @DisplayName(
            "L7 a handover is late the day after it was due, can still be accepted, and a later day makes it open again")
    void late() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Instant due = TODAY.plusDays(15).atStartOfDay(ZONE).toInstant();
        assertThat(of.dueAt()).isEqualTo(due);
        nothing(of.visit(due.minusMillis(1)));
        Case late = after(of.visit(due));
        assertThat(late.pendingHandover()).extracting(Handover::state).isEqualTo(Handover.State.LATE);
        nothing(late.visit(due.plusSeconds(1)));
        after(CaseTeamwork.acceptHandover(late, COMMUNITY_WORKER, Setting.COMMUNITY, "late", NOW));
    }

    @Test
    @DisplayName("L7 a handover is accepted with its list done, or with a reason; never by the one who hands over")
    void acceptance() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        refused(CaseTeamwork.acceptHandover(of, COMMUNITY_WORKER, Setting.COMMUNITY, null, NOW));
        refused(CaseTeamwork.acceptHandover(of, JAIL_WORKER, Setting.COMMUNITY, "why not", NOW));
        Case done = of;
        for (Handover.Item item : Handover.Item.values()) {
            done = after(CaseTeamwork.tick(done, item, NOW, "staff:someone"));
            nothing(CaseTeamwork.tick(done, item, NOW, "staff:someone"));
        }
        Case accepted = after(CaseTeamwork.acceptHandover(done, COMMUNITY_WORKER, Setting.COMMUNITY, null, NOW));
        assertThat(accepted.primary()).isEqualTo(COMMUNITY_WORKER);
        assertThat(accepted.team().has(JAIL_WORKER)).isFalse();
    }

    @Test
    @DisplayName("C6 no step leads to a case without a primary worker, or with two")
    void onePrimary() {
        Case of = open(StaffingModel.TRANSITION);
        refused(CaseTeamwork.leave(of, JAIL_WORKER, NOW));
        refused(CaseTeamwork.join(of, COMMUNITY_WORKER, TeamRole.PRIMARY, Setting.COMMUNITY, NOW));
        Case next = after(CaseTeamwork.assignPrimary(of, COMMUNITY_WORKER, Setting.COMMUNITY, NOW));
        assertThat(next.team().primary().staff()).isEqualTo(COMMUNITY_WORKER);
        nothing(CaseTeamwork.assignPrimary(next, COMMUNITY_WORKER, Setting.COMMUNITY, NOW));
        assertThatThrownBy(() -> new Team(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("L12 an open handover goes over to whoever takes the case from a worker who leaves")
    void departure() {
        UUID successor = new UUID(0, 12);
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Case next = after(CaseTeamwork.assignPrimary(of, successor, Setting.JAIL, NOW));
        assertThat(next.pendingHandover()).extracting(Handover::from).isEqualTo(successor);
    }

    @Test
    @DisplayName("L7 a change of model on the way loses no worker and no handover")
    void modelChanges() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Case next = after(CaseTeamwork.followModel(of, StaffingModel.MIXED));
        assertThat(next.team()).isEqualTo(of.team());
        assertThat(next.pendingHandover()).isEqualTo(of.pendingHandover());
        assertThat(next.modelKey()).contains("MIXED");
        nothing(CaseTeamwork.followModel(next, StaffingModel.MIXED));
    }

    @Test
    @DisplayName("L15 the contact card missing near release alerts once, and not when it was given or release is far")
    void contactCard() {
        Case near = follow(open(StaffingModel.TRANSITION), held(TODAY.plusDays(60)));
        assertThat(announced).contains(new CaseEvent.ContactCardMissing(Population.NEAR_RELEASE));
        announced.clear();
        follow(near, held(TODAY.plusDays(50)));
        assertThat(announced).noneMatch(CaseEvent.ContactCardMissing.class::isInstance);
        follow(withCard(open(StaffingModel.TRANSITION)), held(TODAY.plusDays(60)));
        follow(open(StaffingModel.TRANSITION), held(TODAY.plusDays(61)));
        assertThat(announced).noneMatch(CaseEvent.ContactCardMissing.class::isInstance);
    }

    @Test
    @DisplayName("L18 an introduction is recorded up to the day of release and refused after it; the target shows")
    void introductions() {
        Case of = withCard(open(StaffingModel.TRANSITION));
        assertThat(of.introducedEnough()).isFalse();
        UUID id = UUID.randomUUID();
        Case out = follow(of, released(RELEASE));
        Instant later = NOW.plusSeconds(3 * 86_400);
        Introduction inTime = new Introduction(id, IntroductionKind.VISIT, COMMUNITY_WORKER, TODAY);
        refused(out.introduce(
                new Introduction(id, IntroductionKind.VISIT, COMMUNITY_WORKER, TODAY.plusDays(1)), later));
        Case met = after(out.introduce(inTime, later));
        assertThat(met.introducedEnough()).isTrue();
        nothing(met.introduce(inTime, later));
        assertThat(open(StaffingModel.SAME_STAFF).introducedEnough()).isTrue();
    }

    @Test
    @DisplayName("L1 the year after release alerts 30 days before its end, once, and closes nothing")
    void year() {
        Case of = follow(withCard(open(StaffingModel.SAME_STAFF)), released(RELEASE));
        LocalDate ends = TODAY.plusYears(1);
        assertThat(of.yearEndsOn()).isEqualTo(ends);
        Instant due = ends.minusDays(30).atStartOfDay(ZONE).toInstant();
        nothing(of.visit(due.minusMillis(1)));
        Case alerted = after(of.visit(due));
        assertThat(announced).last().isEqualTo(new CaseEvent.YearEnding(ends));
        assertThat(alerted.state()).isEqualTo(Case.State.OPEN);
        nothing(alerted.visit(due.plusSeconds(86_400L * 60)));
    }

    @Test
    @DisplayName("L1 a case with a follow-up due is not closed, without one it is")
    void closing() {
        Case of = open(StaffingModel.SAME_STAFF);
        refused(of.close(List.of("the follow-up due on 2026-04-01"), NOW));
        Case closed = after(of.close(List.of(), NOW));
        nothing(FollowingSteps.next(closed, released(RELEASE), NOW));
        assertThat(closed.dueAt()).isNull();
    }

    @Test
    @DisplayName("L15 a return to custody withdraws what was still to be handed over outside")
    void comesBack() {
        Case of = follow(withCard(open(StaffingModel.TRANSITION)), released(RELEASE));
        Case back = follow(of, held(null));
        assertThat(back.pendingHandover()).isNull();
        assertThat(back.primary()).isEqualTo(JAIL_WORKER);
        assertThat(back.side()).isEqualTo(Caseload.Side.BEFORE);
    }
}
