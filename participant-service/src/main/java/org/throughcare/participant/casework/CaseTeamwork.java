package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/** What a case decides about who works on it (L7, L12, C6). */
final class CaseTeamwork {

    private CaseTeamwork() {}

    static Decision<Case> assignPrimary(Case to, UUID staff, Setting setting, Instant now) {
        if (to.primary().equals(staff)) {
            return Decision.unchanged();
        }
        if (to.state() == Case.State.CLOSED) {
            return Decision.refuse(Refusal.conflict("C6", "The case is closed.", "reopening"));
        }
        UUID former = to.primary();
        CaseEdit edit = to.edit().team(to.team().leadBy(to.participant(), staff, setting, to.today(now), null));
        Handover pending = to.pendingHandover();
        if (pending != null) {
            edit.handover(pending.between(staff, staff.equals(pending.to()) ? null : pending.to()));
        }
        return Decision.accept(edit.done(), new CaseEvent.PrimaryChanged(former, staff));
    }

    static Decision<Case> join(Case to, UUID staff, TeamRole role, Setting setting, Instant now) {
        if (role == TeamRole.PRIMARY) {
            return Decision.refuse(Refusal.invalid("C6", "role", "The primary worker is changed, not added."));
        }
        return to.team().has(staff)
                ? Decision.unchanged()
                : Decision.accept(
                        to.edit()
                                .team(to.team().join(to.participant(), staff, role, setting, to.today(now), null))
                                .done(),
                        new CaseEvent.TeamChanged());
    }

    static Decision<Case> leave(Case of, UUID staff, Instant now) {
        if (of.primary().equals(staff)) {
            return Decision.refuse(Refusal.conflict(
                    "C6", "The primary worker cannot leave the team before there is another.", "primary"));
        }
        Team without = of.team().leave(staff, of.today(now));
        Handover pending = of.pendingHandover();
        boolean awaited = pending != null && staff.equals(pending.to());
        if (without.equals(of.team()) && !awaited) {
            return Decision.unchanged();
        }
        CaseEdit edit = of.edit().team(without);
        if (pending != null && awaited) {
            edit.handover(pending.between(pending.from(), null));
        }
        return Decision.accept(edit.done(), new CaseEvent.TeamChanged());
    }

    /** @param custody as it is now; the case itself may not have needed to follow every date */
    static Decision<Case> openHandover(
            Case of, CustodyFacts custody, UUID id, @Nullable UUID to, @Nullable LocalDate dueOn, Instant now) {
        if (of.handovers().stream().anyMatch(each -> each.id().equals(id))) {
            return Decision.unchanged();
        }
        if (of.staffingModel() == StaffingModel.SAME_STAFF) {
            return Decision.refuse(Refusal.conflict(
                    "L7",
                    "At this site the same staff go on after release; there is nothing to hand over.",
                    "primary"));
        }
        if (of.pendingHandover() != null) {
            return Decision.refuse(Refusal.conflict("L7", "A handover is open already.", "handover/acceptance"));
        }
        if (of.primary().equals(to)) {
            return Decision.refuse(Refusal.invalid("L7", "to", "This worker has the case already."));
        }
        LocalDate today = of.today(now);
        if (dueOn != null && dueOn.isBefore(today)) {
            return Decision.refuse(Refusal.invalid("L7", "dueOn", "A handover cannot be due before it is opened."));
        }
        CustodyFacts.ReleaseFact release = of.followed().release();
        CustodyFacts followed = Objects.equals(custody.release(), release) ? custody : of.followed();
        LocalDate due = dueOn == null ? FollowingSteps.dueOn(of, followed, today) : dueOn;
        Handover opened = Handover.open(id, null, of.primary(), to, today, due);
        Handover belonging = release == null ? opened : opened.due(release.id(), due, today);
        return Decision.accept(
                of.edit().followed(followed).handover(belonging).done(),
                new CaseEvent.HandoverOpened(id, belonging.release(), due));
    }

    static Decision<Case> tick(Case of, Handover.Item item, Instant now, String by) {
        Handover pending = of.pendingHandover();
        if (pending == null) {
            return Decision.refuse(Refusal.conflict("L7", "No handover is open.", "handover"));
        }
        Handover ticked = pending.tick(item, of.today(now), by);
        return ticked.equals(pending)
                ? Decision.unchanged()
                : Decision.accept(
                        of.edit().handover(ticked).done(),
                        new CaseEvent.HandoverProgressed(
                                pending.id(), ticked.open().size()));
    }

    /** @param without why it is accepted with items of the list open; asked for when there are any */
    static Decision<Case> acceptHandover(Case of, UUID by, Setting setting, @Nullable String without, Instant now) {
        Handover pending = of.pendingHandover();
        if (pending == null) {
            return Decision.refuse(Refusal.conflict("L7", "No handover is open.", "handover"));
        }
        if (pending.to() != null && !by.equals(pending.to())) {
            return Decision.refuse(Refusal.conflict("L7", "This handover goes to someone else."));
        }
        if (by.equals(of.primary())) {
            return Decision.refuse(Refusal.conflict("L7", "A handover is accepted by whom it goes to."));
        }
        List<Handover.Item> open = pending.open();
        if (!open.isEmpty() && (without == null || without.isBlank())) {
            return Decision.refuse(new Refusal(
                    Refusal.Kind.CONFLICT,
                    "L7",
                    "Some of the list is open; finish it, or say why you go without.",
                    "withoutBecause",
                    open.stream().map(Enum::name).toList()));
        }
        TeamRole staysInside = of.followed().released() ? null : TeamRole.SECONDARY;
        LocalDate today = of.today(now);
        return Decision.accept(
                of.edit()
                        .team(of.team().leadBy(of.participant(), by, setting, today, staysInside))
                        .handover(pending.accept(by, today, open.isEmpty() ? null : without))
                        .done(),
                new CaseEvent.HandoverAccepted(pending.id(), by));
    }

    /** L7: the site works by another model from now on; nobody and nothing that is under way is lost by it. */
    static Decision<Case> followModel(Case of, StaffingModel to) {
        return of.staffingModel() == to || of.state() == Case.State.CLOSED
                ? Decision.unchanged()
                : Decision.accept(
                        of.edit().model(to).done(), new CaseEvent.StaffingModelFollowed(of.staffingModel(), to));
    }

    /** N15: the participant goes on at another site, under its model and terms, with the same team. */
    static Decision<Case> moveTo(Case of, UUID site, ZoneId zone, StaffingModel model, Case.Terms terms) {
        return of.site().equals(site)
                ? Decision.unchanged()
                : Decision.accept(
                        of.edit().at(site, zone).model(model).under(terms).done(),
                        new CaseEvent.CaseMoved(of.site(), site));
    }
}
