package org.throughcare.participant.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A participant's individual plan, once per person. It starts from a complete assessment (N1), holds SMART goals with steps,
 * priorities, strategies and resources (H6) and back-ups (Y13). Each change of what it promises makes a version that the participant
 * initials and dates (C2, N3). It is reviewed by policy's rhythm (Y6), after each service (N3) and when activity outgrows it (N11); a
 * review that is late is announced once.
 *
 * @param reviewEveryDays the rhythm of the last decision, in days
 * @param overdueSaidFor the due date of which it was announced that it passed
 * @param servicesConsidered completed services, new activity and rounds of the assessment that called for a review
 * @param calls those of these that no review has considered yet
 */
public record Plan(
        String participant,
        String site,
        ZoneId zone,
        LocalDate startedOn,
        String strategy,
        List<String> resources,
        BackUps backUps,
        List<Goal> goals,
        List<PlanVersion> versions,
        List<Review> reviews,
        int reviewEveryDays,
        LocalDate reviewDueOn,
        @Nullable LocalDate overdueSaidFor,
        List<String> servicesConsidered,
        List<ReviewCall> calls) {

    /**
     * Something that asks for a review.
     *
     * @param on when it came about; a review of that day or later has considered it
     * @param dueOn last day for that review
     */
    public record ReviewCall(LocalDate on, LocalDate dueOn) {}

    /**
     * What a change adds.
     *
     * @param what in a sentence, for the participant who initials it
     */
    record Change(
            String what,
            List<String> addsServices,
            @Nullable String justification,
            @Nullable String note,
            LocalDate today,
            String by) {

        /** Also what its steps add without saying so. */
        Change adding(List<String> services) {
            List<String> all = Stream.concat(addsServices.stream(), services.stream())
                    .distinct()
                    .toList();
            return new Change(what, all, justification, note, today, by);
        }
    }

    public Plan {
        resources = List.copyOf(resources);
        goals = List.copyOf(goals);
        versions = List.copyOf(versions);
        reviews = List.copyOf(reviews);
        servicesConsidered = List.copyOf(servicesConsidered);
        calls = calls == null ? List.of() : List.copyOf(calls);
    }

    static Decision<Plan> start(Plan first, LocalDate today, String by) {
        Optional<Refusal> refusal = PlanCheck.contents(first.contents(), today);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Plan plan = first.versioned(new Change("The plan starts", List.of(), null, null, today, by));
        return Decision.accept(plan, new PlanEvent.PlanStarted(today));
    }

    private PlanContents contents() {
        return new PlanContents(strategy, resources, backUps, goals);
    }

    /** What a version holds; of versions made before that was kept only the current one is known. */
    public Optional<PlanContents> contentsOf(PlanVersion version) {
        PlanContents kept = version.contents();
        return kept == null && version.number() == version() ? Optional.of(contents()) : Optional.ofNullable(kept);
    }

    public int version() {
        return versions.isEmpty() ? 0 : versions.getLast().number();
    }

    public Optional<PlanVersion> lastAcknowledged() {
        return versions.stream().filter(v -> v.acknowledgedOn() != null).reduce((a, b) -> b);
    }

    Decision<Plan> setGoal(Goal goal, Change asked) {
        Change change = asked.adding(PlanContents.servicesAdded(goals, List.of(goal)));
        Optional<Refusal> refusal = PlanCheck.goal(goal, change.today()).or(() -> PlanCheck.services(change));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        boolean known = goals.stream().anyMatch(g -> g.id().equals(goal.id()));
        if (known) {
            return Decision.refuse(
                    Refusal.conflict("goal-known", "The plan has this goal already.", "revise the plan"));
        }
        List<Goal> all = Stream.concat(goals.stream(), Stream.of(goal)).toList();
        Plan next = with(new PlanContents(strategy, resources, backUps, all)).versioned(change);
        return Decision.accept(next, new PlanEvent.GoalSet(goal.id(), next.version()));
    }

    Decision<Plan> closeGoal(String goal, Goal.State as, String result, LocalDate on, LocalDate today) {
        Optional<Goal> open =
                goals.stream().filter(g -> g.id().equals(goal) && g.open()).findFirst();
        if (open.isEmpty() || as == Goal.State.OPEN) {
            return Decision.refuse(Refusal.conflict("N1", "The plan has no such open goal."));
        }
        if (on.isAfter(today) || on.isBefore(startedOn)) {
            return Decision.refuse(Refusal.invalid("N1", "on", "A goal is closed between the plan's start and today."));
        }
        List<Goal> all = goals.stream()
                .map(g -> g.id().equals(goal) ? g.closed(as, on, result) : g)
                .toList();
        Happened happened =
                as == Goal.State.ACHIEVED ? new PlanEvent.GoalReached(goal, on) : new PlanEvent.GoalDropped(goal, on);
        return Decision.accept(with(new PlanContents(strategy, resources, backUps, all)), happened);
    }

    /** @param revised the contents from now on, of the goals only those that replace the ones with their ids */
    Decision<Plan> revise(PlanContents revised, Change asked) {
        Change change = asked.adding(PlanContents.servicesAdded(goals, revised.goals()));
        Optional<Refusal> refusal = PlanCheck.services(change).or(() -> PlanCheck.contents(revised, change.today()));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<Goal> all = new ArrayList<>(goals);
        for (Goal each : revised.goals()) {
            if (!all.removeIf(g -> g.id().equals(each.id()) && g.open())) {
                return Decision.refuse(
                        Refusal.conflict("N1", "The plan has no open goal " + each.id() + ".", "set a goal"));
            }
            all.add(each);
        }
        Plan next = with(new PlanContents(revised.strategy(), revised.resources(), revised.backUps(), all))
                .versioned(change);
        return Decision.accept(next, new PlanEvent.PlanRevised(next.version()));
    }

    Decision<Plan> acknowledge(int version, String initials, LocalDate on, boolean copyGiven, LocalDate today) {
        PlanVersion current = versions.getLast();
        if (version != current.number()) {
            return Decision.refuse(Refusal.conflict(
                    "N3",
                    "The plan is at version " + current.number() + ".",
                    "acknowledge version " + current.number()));
        }
        if (current.acknowledgedOn() != null) {
            return Decision.unchanged();
        }
        if (initials.isBlank() || on.isBefore(current.on()) || on.isAfter(today)) {
            return Decision.refuse(Refusal.invalid(
                    "N3",
                    initials.isBlank() ? "initials" : "on",
                    "The participant initials and dates a version, between " + current.on() + " and today."));
        }
        if (!copyGiven) {
            return Decision.refuse(Refusal.invalid("N3", "copyGiven", "The participant gets a copy of each version."));
        }
        List<PlanVersion> all = new ArrayList<>(versions.subList(0, versions.size() - 1));
        all.add(current.acknowledged(initials, on, true));
        return Decision.accept(withVersions(all), new PlanEvent.PlanAcknowledged(version, on));
    }

    /** However late it is recorded, it considers what came about up to its day, and nothing that came after it. */
    Decision<Plan> review(Review review, int everyDays, LocalDate today) {
        if (review.on().isAfter(today) || review.on().isBefore(startedOn)) {
            return Decision.refuse(Refusal.invalid("Y6", "on", "A review lies between the plan's start and today."));
        }
        List<Review> all = Stream.concat(reviews.stream(), Stream.of(review)).toList();
        LocalDate last = all.stream().map(Review::on).max(LocalDate::compareTo).orElse(review.on());
        List<ReviewCall> open =
                calls.stream().filter(call -> call.on().isAfter(last)).toList();
        LocalDate next = Stream.concat(
                        Stream.of(last.plusDays(everyDays)), open.stream().map(ReviewCall::dueOn))
                .min(LocalDate::compareTo)
                .orElseThrow();
        return Decision.accept(
                edit().reviews(all)
                        .reviewEveryDays(everyDays)
                        .reviewDueOn(next)
                        .overdueSaidFor(next.equals(overdueSaidFor) ? overdueSaidFor : null)
                        .calls(open)
                        .done(),
                new PlanEvent.PlanReviewed(review.on(), next));
    }

    /**
     * Once per service; a review since its completion has considered it already.
     *
     * @param within days from the completion to the review
     */
    Decision<Plan> serviceCompleted(String service, LocalDate on, int within) {
        LocalDate due = on.plusDays(within);
        return on.isBefore(startedOn)
                ? Decision.unchanged()
                : callForReview(service, on, due, new PlanEvent.PlanReviewCalledFor(service, due));
    }

    /**
     * The assessment was made anew, so that what the plan rests on is no longer what it was (Y3). One from before the plan, or from the day
     * on which it started, is what it rests on.
     */
    Decision<Plan> assessedAnew(int round, LocalDate on, int within) {
        LocalDate due = on.plusDays(within);
        return on.isAfter(startedOn)
                ? callForReview("assessment-" + round, on, due, new PlanEvent.PlanRestsOnNewAssessment(round, due))
                : Decision.unchanged();
    }

    /**
     * Activity that is new or wider asks for an update, once each (N11): by a review, which is due no later than after a completed service.
     * A version made on its first day or later was made knowing of it.
     */
    Decision<Plan> outgrownBy(NewActivity activity, int within) {
        LocalDate due = activity.on().plusDays(within);
        return versions.stream().anyMatch(v -> !v.on().isBefore(activity.on()))
                ? Decision.unchanged()
                : callForReview(
                        activity.kind() + "-" + activity.service(),
                        activity.on(),
                        due,
                        new PlanEvent.PlanUpdatePrompted(activity.service(), activity.kind(), due));
    }

    private Decision<Plan> callForReview(String cause, LocalDate on, LocalDate due, Happened happened) {
        boolean considered =
                servicesConsidered.contains(cause) || reviews.stream().anyMatch(r -> !r.on().isBefore(on));
        if (considered) {
            return Decision.unchanged();
        }
        List<String> causes =
                Stream.concat(servicesConsidered.stream(), Stream.of(cause)).toList();
        List<ReviewCall> open = Stream.concat(calls.stream(), Stream.of(new ReviewCall(on, due)))
                .toList();
        LocalDate next = due.isBefore(reviewDueOn) ? due : reviewDueOn;
        return Decision.accept(
                edit().reviewDueOn(next).servicesConsidered(causes).calls(open).done(), happened);
    }

    /** The first minute of the day after the review was due; null once that it passed was announced. */
    public @Nullable Instant dueAt() {
        return reviewDueOn.equals(overdueSaidFor)
                ? null
                : reviewDueOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Decision<Plan> visit(Instant now) {
        if (!LocalDate.ofInstant(now, zone).isAfter(reviewDueOn) || reviewDueOn.equals(overdueSaidFor)) {
            return Decision.unchanged();
        }
        return Decision.accept(edit().overdueSaidFor(reviewDueOn).done(), new PlanEvent.PlanReviewOverdue(reviewDueOn));
    }

    private Plan versioned(Change c) {
        int number = version() + 1;
        String id = Command.derived("plan-version", participant, String.valueOf(number))
                .toString();
        PlanVersion next = new PlanVersion(
                id,
                number,
                c.today(),
                c.what(),
                c.addsServices(),
                c.justification(),
                c.note(),
                c.by(),
                null,
                null,
                false,
                contents());
        return withVersions(Stream.concat(versions.stream(), Stream.of(next)).toList());
    }

    private Plan with(PlanContents contents) {
        return edit().contents(contents).done();
    }

    private Plan withVersions(List<PlanVersion> all) {
        return edit().versions(all).done();
    }

    private PlanEdit edit() {
        return new PlanEdit(this);
    }
}
