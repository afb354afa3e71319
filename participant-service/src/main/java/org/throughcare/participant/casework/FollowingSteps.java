package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;

/**
 * How a case goes along with custody: one step at a time, from where it is to where custody is now, until nothing is left to
 * do. Each step looks at states and never at messages, so it does not matter which news is heard, how often, or in which
 * order; effects of a release carry its id and go with it when it is withdrawn.
 */
final class FollowingSteps {

    private final Case was;
    private final CustodyFacts custody;
    private final LocalDate today;

    private FollowingSteps(Case was, CustodyFacts custody, Instant now) {
        this.was = was;
        this.custody = custody;
        this.today = was.today(now);
    }

    /** The next single step, or unchanged when the case has caught up. */
    static Decision<Case> next(Case was, CustodyFacts custody, Instant now) {
        return was.state() == Case.State.CLOSED ? Decision.unchanged() : new FollowingSteps(was, custody, now).next();
    }

    private Decision<Case> next() {
        CustodyFacts.ReleaseFact before = was.followed().release();
        CustodyFacts.ReleaseFact after = custody.release();
        if (before != null && (after == null || !after.id().equals(before.id()))) {
            return custody.withdrawn().contains(before.id()) ? takeBack(before.id()) : comeBack(before.id());
        }
        if (before == null && after != null) {
            return release(after);
        }
        if (!sameDates()) {
            return move();
        }
        LocalDate wanted = introductionsDueOn();
        return Objects.equals(wanted, was.introductionsDueOn())
                ? cardMissing()
                : follow(was.edit().followed(custody).introductionsDueOn(wanted, today));
    }

    private boolean sameDates() {
        return was.followed().population() == custody.population()
                && Objects.equals(was.followed().projectedRelease(), custody.projectedRelease());
    }

    /** L7: what a release means is the site's staffing model's to say. */
    private Decision<Case> release(CustodyFacts.ReleaseFact release) {
        CaseEdit edit = was.edit()
                .followed(custody)
                .introductionsDueOn(null, today)
                .yearEndsOn(release.on().plusMonths(was.terms().caseMonthsAfterRelease()));
        LocalDate dueOn = release.on().plusDays(was.terms().handoverDueDays());
        @Nullable Handover pending = was.pendingHandover();
        if (pending != null) {
            return follow(edit.handover(pending.due(release.id(), dueOn, today)));
        }
        return switch (was.staffingModel()) {
            case SAME_STAFF -> follow(edit);
            case MIXED -> widen(edit, release.id());
            case TRANSITION ->
                was.team().primary().setting() == Setting.COMMUNITY
                        ? follow(edit)
                        : openHandover(edit, release.id(), dueOn);
        };
    }

    private Decision<Case> openHandover(CaseEdit edit, UUID release, LocalDate dueOn) {
        UUID id = Command.derived("handover", release.toString());
        Handover opened = Handover.open(id, release, was.primary(), introduced().orElse(null), today, dueOn);
        return Decision.accept(edit.handover(opened).done(), new CaseEvent.HandoverOpened(id, release, dueOn));
    }

    /** Those from outside whom the participant got to know join the team. */
    private Decision<Case> widen(CaseEdit edit, UUID release) {
        Team team = was.team();
        for (Introduction each : was.introductions()) {
            if (!team.has(each.staff())) {
                team = team.join(
                        was.participant(), each.staff(), TeamRole.SECONDARY, Setting.COMMUNITY, today, release);
            }
        }
        return team.equals(was.team())
                ? follow(edit)
                : Decision.accept(edit.team(team).done(), new CaseEvent.TeamChanged());
    }

    private Optional<UUID> introduced() {
        return was.introductions().reversed().stream()
                .map(Introduction::staff)
                .filter(staff -> !staff.equals(was.primary()))
                .findFirst();
    }

    /** The release was a mistake: everything it brought about goes, also what was accepted meanwhile. */
    private Decision<Case> takeBack(UUID release) {
        CaseEdit edit = was.edit().followed(stillHeld()).yearEndsOn(null);
        Team team = was.team().without(release, today);
        Optional<Handover> caused = was.handovers().stream()
                .filter(each -> release.equals(each.release()) && each.causedByRelease())
                .filter(each -> each.state() != Handover.State.WITHDRAWN)
                .findFirst();
        if (caused.isPresent()) {
            Handover handover = caused.get();
            edit.handover(handover.in(Handover.State.WITHDRAWN)).team(givenBack(team, handover));
            return Decision.accept(edit.done(), new CaseEvent.HandoverWithdrawn(handover.id(), release));
        }
        reschedule(edit);
        Team with = insideAgain(team, release);
        return with.equals(was.team())
                ? follow(edit)
                : Decision.accept(edit.team(with).done(), new CaseEvent.TeamChanged());
    }

    /**
     * A handover planned ahead and accepted meanwhile stands; but who handed over left the team only because there was
     * nobody inside any more, and there is again.
     */
    private Team insideAgain(Team team, UUID release) {
        Team with = team;
        for (Handover each : was.handovers()) {
            boolean leftByIt = each.state() == Handover.State.ACCEPTED
                    && release.equals(each.release())
                    && was.primary().equals(each.to())
                    && !with.has(each.from());
            if (leftByIt) {
                with = with.join(
                        was.participant(), each.from(), TeamRole.SECONDARY, with.settingOf(each.from()), today, null);
            }
        }
        return with;
    }

    /** Back with the worker inside, unless someone else has taken the lead since. */
    private Team givenBack(Team team, Handover handover) {
        return handover.state() == Handover.State.ACCEPTED && was.primary().equals(handover.to())
                ? team.leadBy(was.participant(), handover.from(), team.settingOf(handover.from()), today, null)
                : team;
    }

    /** Held again after a release that did happen: nothing is left to hand over outside. */
    private Decision<Case> comeBack(UUID release) {
        CaseEdit edit = was.edit().followed(stillHeld()).yearEndsOn(null);
        @Nullable Handover pending = was.pendingHandover();
        return pending != null && release.equals(pending.release())
                ? Decision.accept(
                        edit.handover(pending.in(Handover.State.WITHDRAWN)).done(),
                        new CaseEvent.HandoverWithdrawn(pending.id(), release))
                : follow(edit);
    }

    /** News that nothing in the case depends on is neither kept nor announced. */
    private Decision<Case> move() {
        CaseEdit edit = was.edit();
        if (custody.population() == Population.IN_CUSTODY) {
            edit.contactCardAlerted(false);
        }
        edit.introductionsDueOn(introductionsDueOn(), today);
        reschedule(edit);
        return edit.done().equals(was) ? cardMissing() : follow(edit.followed(custody));
    }

    /** A handover opened ahead of a release is due by the projected date. */
    private void reschedule(CaseEdit edit) {
        @Nullable Handover pending = was.pendingHandover();
        if (pending != null && !custody.released()) {
            edit.handover(pending.due(null, dueOn(was, custody, pending.openedOn()), today));
        }
    }

    /** L18: by when the participant is to know those outside; of no account while the release is far, so that its moves cost nothing. */
    private @Nullable LocalDate introductionsDueOn() {
        LocalDate projected = custody.projectedRelease();
        return projected == null || custody.population() != Population.NEAR_RELEASE || was.introducedEnough()
                ? null
                : projected.minusDays(was.terms().introductionDays());
    }

    static LocalDate dueOn(Case of, CustodyFacts custody, LocalDate openedOn) {
        CustodyFacts.ReleaseFact release = custody.release();
        LocalDate projected = custody.projectedRelease();
        LocalDate from = release != null ? release.on() : projected != null ? projected : openedOn;
        return from.plusDays(of.terms().handoverDueDays());
    }

    /** L15: the card is to be in the participant's hands while still inside. */
    private Decision<Case> cardMissing() {
        boolean missing = was.contactCardGivenOn() == null
                && !was.contactCardAlerted()
                && custody.population() != Population.IN_CUSTODY;
        return missing
                ? Decision.accept(
                        was.edit().contactCardAlerted(true).done(),
                        new CaseEvent.ContactCardMissing(custody.population()))
                : Decision.unchanged();
    }

    /** As custody is, but without a release that is still to be followed. */
    private CustodyFacts stillHeld() {
        return custody.released() ? new CustodyFacts(Population.IN_CUSTODY, null, null, custody.withdrawn()) : custody;
    }

    private Decision<Case> follow(CaseEdit edit) {
        Case next = edit.done();
        CustodyFacts.ReleaseFact release = next.followed().release();
        return Decision.accept(
                next,
                new CaseEvent.CustodyFollowed(next.followed().population(), release == null ? null : release.id()));
    }
}
