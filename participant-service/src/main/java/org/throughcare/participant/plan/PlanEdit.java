package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan with some of it changed. */
final class PlanEdit {

    private final Plan before;
    private String strategy;
    private List<String> resources;
    private BackUps backUps;
    private List<Goal> goals;
    private List<PlanVersion> versions;
    private List<Review> reviews;
    private int reviewEveryDays;
    private LocalDate reviewDueOn;
    private @Nullable LocalDate overdueSaidFor;
    private List<String> servicesConsidered;
    private List<Plan.ReviewCall> calls;

    PlanEdit(Plan before) {
        this.before = before;
        this.strategy = before.strategy();
        this.resources = before.resources();
        this.backUps = before.backUps();
        this.goals = before.goals();
        this.versions = before.versions();
        this.reviews = before.reviews();
        this.reviewEveryDays = before.reviewEveryDays();
        this.reviewDueOn = before.reviewDueOn();
        this.overdueSaidFor = before.overdueSaidFor();
        this.servicesConsidered = before.servicesConsidered();
        this.calls = before.calls();
    }

    PlanEdit contents(PlanContents next) {
        this.strategy = next.strategy();
        this.resources = next.resources();
        this.backUps = next.backUps();
        this.goals = next.goals();
        return this;
    }

    PlanEdit versions(List<PlanVersion> next) {
        this.versions = next;
        return this;
    }

    PlanEdit reviews(List<Review> next) {
        this.reviews = next;
        return this;
    }

    PlanEdit reviewEveryDays(int next) {
        this.reviewEveryDays = next;
        return this;
    }

    PlanEdit reviewDueOn(LocalDate next) {
        this.reviewDueOn = next;
        return this;
    }

    PlanEdit overdueSaidFor(@Nullable LocalDate next) {
        this.overdueSaidFor = next;
        return this;
    }

    PlanEdit calls(List<Plan.ReviewCall> next) {
        this.calls = next;
        return this;
    }

    PlanEdit servicesConsidered(List<String> next) {
        this.servicesConsidered = next;
        return this;
    }

    Plan done() {
        return new Plan(
                before.participant(),
                before.site(),
                before.zone(),
                before.startedOn(),
                strategy,
                resources,
                backUps,
                goals,
                versions,
                reviews,
                reviewEveryDays,
                reviewDueOn,
                overdueSaidFor,
                servicesConsidered,
                calls);
    }
}
