package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A period with some of it changed. */
final class PeriodEdit {

    private final Period before;
    private List<ProgrammeEnrolment> programmes;
    private @Nullable LocalDate startedOn;
    private List<ServiceGiven> services;
    private List<PlannedGap> gaps;
    private @Nullable Exit exit;
    private int exitsDecided;
    private @Nullable LocalDate warnedFor;
    private List<Placement> placements;
    private List<FollowUp> followUps;
    private @Nullable LocalDate followUpEndsOn;
    private List<TrainingDetermination> determinations;
    private @Nullable FollowUpScope followUpScope;
    private List<Outcome> outcomes;
    private List<PeriodBeside> beside;

    PeriodEdit(Period before) {
        this.before = before;
        this.programmes = before.programmes();
        this.startedOn = before.startedOn();
        this.services = before.services();
        this.gaps = before.gaps();
        this.exit = before.exit();
        this.exitsDecided = before.exitsDecided();
        this.warnedFor = before.warnedFor();
        this.placements = before.placements();
        this.followUps = before.followUps();
        this.followUpEndsOn = before.followUpEndsOn();
        this.determinations = before.determinations();
        this.followUpScope = before.followUpScope();
        this.outcomes = before.outcomes();
        this.beside = before.beside();
    }

    PeriodEdit programmes(List<ProgrammeEnrolment> next) {
        this.programmes = next;
        return this;
    }

    PeriodEdit startedOn(@Nullable LocalDate next) {
        this.startedOn = next;
        return this;
    }

    PeriodEdit services(List<ServiceGiven> next) {
        this.services = next;
        return this;
    }

    PeriodEdit gaps(List<PlannedGap> next) {
        this.gaps = next;
        return this;
    }

    PeriodEdit exit(@Nullable Exit next) {
        this.exit = next;
        return this;
    }

    PeriodEdit exitsDecided(int next) {
        this.exitsDecided = next;
        return this;
    }

    PeriodEdit warnedFor(@Nullable LocalDate next) {
        this.warnedFor = next;
        return this;
    }

    PeriodEdit placements(List<Placement> next) {
        this.placements = next;
        return this;
    }

    PeriodEdit followUps(List<FollowUp> next, @Nullable LocalDate followUpEndsOn) {
        this.followUps = next;
        this.followUpEndsOn = followUpEndsOn;
        return this;
    }

    PeriodEdit determinations(List<TrainingDetermination> next) {
        this.determinations = next;
        return this;
    }

    PeriodEdit followUpScope(@Nullable FollowUpScope next) {
        this.followUpScope = next;
        return this;
    }

    PeriodEdit outcomes(List<Outcome> next) {
        this.outcomes = next;
        return this;
    }

    PeriodEdit beside(List<PeriodBeside> next) {
        this.beside = next;
        return this;
    }

    Period done() {
        return new Period(
                before.id(),
                before.number(),
                programmes,
                startedOn,
                services,
                gaps,
                exit,
                exitsDecided,
                warnedFor,
                placements,
                followUps,
                followUpEndsOn,
                determinations,
                followUpScope,
                outcomes,
                beside);
    }
}
