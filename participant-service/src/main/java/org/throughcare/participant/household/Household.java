package org.throughcare.participant.household;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * People who live together, participants and others, and whom the work is with (H4).
 *
 * <p>Life: opened with its first members, one of whom is the head; members join and leave, and as long as anybody is in it somebody
 * is its head. When the last one has left it is empty and stays on record. The work is with each participant alone or with the family;
 * once it is family-centred there may be a family plan: goals that name who is to take part, and a record of who really did, day by
 * day. It can go back to individual work when no goal of the family is open. That a participant is in one household at a time is kept
 * by a {@link HouseholdMembership} of their own.
 */
public record Household(
        String id,
        String site,
        ZoneId zone,
        LocalDate openedOn,
        Approach approach,
        List<Member> members,
        @Nullable FamilyPlan plan) {

    private static final String RULE = "H4";

    public Household {
        members = List.copyOf(members);
    }

    static Decision<Household> open(Household first, LocalDate today) {
        List<Member> all = first.members();
        if (all.stream().filter(Member::head).count() != 1) {
            return Decision.refuse(Refusal.invalid(RULE, "members", "A household has one head."));
        }
        if (all.stream().map(Member::id).distinct().count() != all.size() || twice(all)) {
            return Decision.refuse(Refusal.invalid(RULE, "members", "Somebody is in the list twice."));
        }
        Optional<Refusal> fault =
                all.stream().flatMap(m -> fault(m, today).stream()).findFirst();
        return fault.map(Decision::<Household>refuse)
                .orElseGet(() -> Decision.accept(first, new HouseholdEvent.HouseholdOpened(today)));
    }

    public Optional<Member> member(String member) {
        return members.stream().filter(m -> m.id().equals(member)).findFirst();
    }

    public List<Member> current() {
        return members.stream().filter(Member::current).toList();
    }

    Decision<Household> join(Member member, LocalDate today) {
        Optional<Refusal> fault = fault(member, today);
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        if (member(member.id()).isPresent()) {
            return Decision.refuse(Refusal.conflict(RULE, "The household has this member already."));
        }
        if (twice(Stream.concat(current().stream(), Stream.of(member)).toList())) {
            return Decision.refuse(Refusal.conflict(RULE, "This person is a member of the household already."));
        }
        boolean empty = current().isEmpty();
        if (empty != member.head()) {
            return Decision.refuse(Refusal.conflict(
                    RULE,
                    empty ? "Nobody is in the household; who joins is its head." : "The household has a head.",
                    empty ? "join as head" : "join, then name the head"));
        }
        return Decision.accept(
                with(Stream.concat(members.stream(), Stream.of(member)).toList()),
                new HouseholdEvent.HouseholdMemberJoined(member.id(), member.from()));
    }

    /** @param on the day on which they left, between their first day and today */
    Decision<Household> leave(String member, LocalDate on, LocalDate today) {
        Optional<Member> found = member(member);
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.invalid(RULE, "member", "The household has no such member."));
        }
        Member leaving = found.get();
        if (!leaving.current()) {
            return on.equals(leaving.until())
                    ? Decision.unchanged()
                    : Decision.refuse(Refusal.conflict(RULE, "This member left on " + leaving.until() + "."));
        }
        if (on.isBefore(leaving.from()) || on.isAfter(today)) {
            return Decision.refuse(Refusal.invalid(
                    RULE, "on", "A member leaves between the day they came, " + leaving.from() + ", and today."));
        }
        if (leaving.head() && current().size() > 1) {
            return Decision.refuse(Refusal.conflict(
                    RULE, "The head leaves last, or another one is named before.", "name another head"));
        }
        Optional<LocalDate> later = lastTookPart(member).filter(last -> !last.isBefore(on));
        if (later.isPresent()) {
            return Decision.refuse(Refusal.conflict(
                    RULE, "This member took part in the family plan on " + later.get() + ", as a member."));
        }
        return Decision.accept(replacing(leaving.leaving(on)), new HouseholdEvent.HouseholdMemberLeft(member, on));
    }

    Decision<Household> nameHead(String member) {
        Optional<Member> found = member(member).filter(Member::current);
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.invalid(RULE, "member", "The head is somebody who is in the household."));
        }
        return found.get().head()
                ? Decision.unchanged()
                : Decision.accept(
                        with(members.stream()
                                .map(m -> m.asHead(m.id().equals(member)))
                                .toList()),
                        new HouseholdEvent.HouseholdHeadChanged(member));
    }

    Decision<Household> workBy(Approach other) {
        if (other == approach) {
            return Decision.unchanged();
        }
        if (other == Approach.INDIVIDUAL && plan != null && plan.hasOpenGoals()) {
            return Decision.refuse(
                    Refusal.conflict(RULE, "The family plan has open goals.", "close the family's goals"));
        }
        return Decision.accept(
                new Household(id, site, zone, openedOn, other, members, plan),
                new HouseholdEvent.HouseholdApproachChanged(other));
    }

    Decision<Household> startPlan(FamilyPlan first, LocalDate today) {
        if (approach != Approach.FAMILY_CENTRED) {
            return Decision.refuse(
                    Refusal.conflict(RULE, "The work with this household is individual.", "make it family-centred"));
        }
        if (plan != null) {
            return Decision.refuse(Refusal.conflict(RULE, "The family has a plan.", "set a goal"));
        }
        if (first.goals().isEmpty()) {
            return Decision.refuse(Refusal.invalid(RULE, "goals", "A family plan starts with a goal."));
        }
        if (first.goals().stream().map(FamilyGoal::id).distinct().count()
                != first.goals().size()) {
            return Decision.refuse(Refusal.invalid(RULE, "goals", "Two goals are the same."));
        }
        Optional<Refusal> fault =
                first.goals().stream().flatMap(g -> fault(g, today).stream()).findFirst();
        return fault.map(Decision::<Household>refuse)
                .orElseGet(() -> Decision.accept(with(first), new HouseholdEvent.FamilyPlanStarted(today)));
    }

    Decision<Household> setGoal(FamilyGoal goal, LocalDate today) {
        if (plan == null || approach != Approach.FAMILY_CENTRED) {
            return Decision.refuse(noPlan());
        }
        if (plan.goal(goal.id()).isPresent()) {
            return Decision.refuse(Refusal.conflict(RULE, "The family plan has this goal already."));
        }
        Optional<Refusal> fault = fault(goal, today);
        return fault.isPresent()
                ? Decision.refuse(fault.get())
                : Decision.accept(with(plan.with(goal)), new HouseholdEvent.FamilyGoalSet(goal.id()));
    }

    Decision<Household> closeGoal(String goal, FamilyGoal.State as, String outcome, LocalDate on, LocalDate today) {
        if (plan == null) {
            return Decision.refuse(noPlan());
        }
        Optional<FamilyGoal> open = plan.goal(goal).filter(FamilyGoal::open);
        if (open.isEmpty() || as == FamilyGoal.State.OPEN) {
            return Decision.refuse(Refusal.conflict(RULE, "The family plan has no such open goal."));
        }
        if (on.isAfter(today) || on.isBefore(plan.startedOn())) {
            return Decision.refuse(Refusal.invalid(RULE, "on", "A goal is closed between the plan's start and today."));
        }
        return Decision.accept(
                with(plan.replacing(open.get().closed(as, on, outcome))),
                new HouseholdEvent.FamilyGoalClosed(goal, as, on));
    }

    /** Only members count, only on days on which they were one, and only for a goal that names them. */
    Decision<Household> tookPart(Participation took, LocalDate today) {
        if (plan == null) {
            return Decision.refuse(noPlan());
        }
        Optional<Refusal> fault = fault(took, plan, today);
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        return plan.participations().stream().anyMatch(p -> p.id().equals(took.id()))
                ? Decision.refuse(Refusal.conflict(RULE, "This participation is on record already."))
                : Decision.accept(
                        with(plan.with(took)),
                        new HouseholdEvent.FamilyParticipationRecorded(took.member(), took.goal(), took.on()));
    }

    private Optional<Refusal> fault(Participation took, FamilyPlan in, LocalDate today) {
        if (took.note().isBlank()) {
            return Optional.of(Refusal.invalid("H2", "note", "Taking part is recorded with what the member did."));
        }
        if (took.on().isAfter(today) || took.on().isBefore(in.startedOn())) {
            return Optional.of(
                    Refusal.invalid("H2", "on", "Members take part between the family plan's start and today."));
        }
        if (member(took.member()).filter(m -> m.isIn(took.on())).isEmpty()) {
            return Optional.of(
                    Refusal.invalid("H4", "member", "This person was not in the household on " + took.on() + "."));
        }
        return in.goal(took.goal())
                        .filter(g -> g.members().contains(took.member()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("H4", "goal", "No such goal of the family names this member."));
    }

    private Optional<Refusal> fault(FamilyGoal goal, LocalDate today) {
        return goal.fault(today)
                .or(() -> goal.members().stream()
                        .filter(named -> member(named).filter(Member::current).isEmpty())
                        .findFirst()
                        .map(stranger -> Refusal.invalid(
                                RULE,
                                "members",
                                "The goal names somebody who is not in the household: " + stranger + ".")));
    }

    private static Optional<Refusal> fault(Member member, LocalDate today) {
        if (member.from().isAfter(today)) {
            return Optional.of(Refusal.invalid(RULE, "from", "Nobody is a member before the day they come."));
        }
        String name = member.name();
        return member.participant() == null && (name == null || name.isBlank())
                ? Optional.of(Refusal.invalid(RULE, "name", "Who is no participant is put down by name."))
                : Optional.empty();
    }

    /** Whether two of them are one participant or one resident. */
    private static boolean twice(List<Member> all) {
        return repeated(all.stream().flatMap(m -> Optional.ofNullable(m.participant()).stream()))
                || repeated(all.stream().flatMap(m -> Optional.ofNullable(m.resident()).stream()));
    }

    private static boolean repeated(Stream<String> ids) {
        List<String> all = ids.toList();
        return all.stream().distinct().count() != all.size();
    }

    private Optional<LocalDate> lastTookPart(String member) {
        return plan == null
                ? Optional.empty()
                : plan.participations().stream()
                        .filter(p -> p.member().equals(member))
                        .map(Participation::on)
                        .max(LocalDate::compareTo);
    }

    private static Refusal noPlan() {
        return Refusal.conflict(RULE, "The family has no plan.", "start a family plan");
    }

    private Household replacing(Member changed) {
        return with(members.stream()
                .map(m -> m.id().equals(changed.id()) ? changed : m)
                .toList());
    }

    private Household with(List<Member> all) {
        return new Household(id, site, zone, openedOn, approach, all, plan);
    }

    private Household with(FamilyPlan next) {
        return new Household(id, site, zone, openedOn, approach, members, next);
    }
}
