package org.throughcare.participant.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A participant's enrolment, once per person for life.
 *
 * <p>Eligibility is determined, then staff decide to enrol, or to refer elsewhere (Y2, Y18). The first qualifying service starts a
 * {@link Period} of participation; evidenced services keep it alive whichever programme gave them (Y5). The {@link ExitClock} warns, then
 * ends it, dated back (Y11); staff end it for the reasons of N7; a job ends it where policy says so (N8). A service that turns out to
 * have been given in time undoes the clock's exit. After the exit come follow-ups (Y12). A new enrolment after that starts
 * another period and keeps the old one. While the person has other ids the clock counts what was given under those as well (H8).
 *
 * @param zone whose days count
 * @param terms policy numbers of the last decision; null before the first programme
 * @param period the current or last one
 */
public record Enrolment(
        String participant,
        String site,
        ZoneId zone,
        @Nullable ParticipationTerms terms,
        List<Eligibility> eligibility,
        List<ReferredElsewhere> referredElsewhere,
        Period period,
        List<Period> earlier) {

    /** Where a participant stands. */
    public enum State {
        NOT_PARTICIPATING,
        PARTICIPATING,
        EXITED
    }

    public Enrolment {
        eligibility = List.copyOf(eligibility);
        referredElsewhere = List.copyOf(referredElsewhere);
        earlier = List.copyOf(earlier);
    }

    static Enrolment empty(String participant, String site, ZoneId zone) {
        return new Enrolment(participant, site, zone, null, List.of(), List.of(), period(participant, 1), List.of());
    }

    private static Period period(String participant, int number) {
        return Period.empty(
                Command.derived("participation", participant, String.valueOf(number))
                        .toString(),
                number);
    }

    public State state() {
        if (period.exit() != null) {
            return State.EXITED;
        }
        return period.startedOn() == null ? State.NOT_PARTICIPATING : State.PARTICIPATING;
    }

    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The participant belongs to another site now; its days count from here on. */
    Decision<Enrolment> move(String toSite, ZoneId toZone) {
        return site.equals(toSite) && zone.equals(toZone)
                ? Decision.unchanged()
                : Decision.accept(
                        new Enrolment(
                                participant, toSite, toZone, terms, eligibility, referredElsewhere, period, earlier),
                        new EnrolmentEvent.EnrolmentMoved(toSite));
    }

    Decision<Enrolment> determineEligibility(Eligibility determined) {
        List<Eligibility> all = new ArrayList<>(eligibility);
        all.add(determined);
        return Decision.accept(
                new Enrolment(participant, site, zone, terms, all, referredElsewhere, period, earlier),
                new EnrolmentEvent.EligibilityDetermined(
                        determined.id(), determined.programme(), determined.eligible()));
    }

    Decision<Enrolment> referElsewhere(ReferredElsewhere referred) {
        List<ReferredElsewhere> all = new ArrayList<>(referredElsewhere);
        all.add(referred);
        return Decision.accept(
                new Enrolment(participant, site, zone, terms, eligibility, all, period, earlier),
                new EnrolmentEvent.BetterServedElsewhere(referred.insteadOf(), referred.to()));
    }

    Decision<Enrolment> enrol(ProgrammeEnrolment wanted, ParticipationTerms all) {
        Exit exit = period.exit();
        if (!Eligibility.stands(eligibility, wanted, exit == null ? null : exit.on())) {
            return conflict("Y2", "Eligibility for " + wanted.programme() + " comes first.", "determine eligibility");
        }
        if (exit != null) {
            List<Period> before = new ArrayList<>(earlier);
            before.add(period.with(List.of()));
            Period next = period(participant, period.number() + 1).enrolledIn(wanted);
            return Decision.accept(
                    new Enrolment(participant, site, zone, all, eligibility, referredElsewhere, next, before),
                    enrolled(wanted));
        }
        if (period.in(wanted.programme()).filter(ProgrammeEnrolment::open).isPresent()) {
            return conflict("Y5", "The participant is enrolled in " + wanted.programme() + " already.");
        }
        boolean another = period.programmes().stream().anyMatch(ProgrammeEnrolment::open);
        String staffing = wanted.staffingNote();
        if (another && (staffing == null || staffing.isBlank())) {
            return Decision.refuse(Refusal.invalid(
                    "Y5", "staffingNote", "Co-enrolment needs the note of the staffing between the programmes."));
        }
        return Decision.accept(with(period.enrolledIn(wanted), all), enrolled(wanted));
    }

    private static EnrolmentEvent enrolled(ProgrammeEnrolment in) {
        return new EnrolmentEvent.ProgrammeEnrolled(in.programme(), in.fundSource(), in.from());
    }

    Decision<Enrolment> closeProgramme(ProgrammeEnrolment programme, LocalDate on) {
        if (!programme.open()) {
            return Decision.unchanged();
        }
        return on.isBefore(programme.from())
                ? Decision.refuse(Refusal.invalid("Y5", "on", "It began on " + programme.from() + "."))
                : Decision.accept(
                        with(period.closed(programme.id(), on), terms),
                        new EnrolmentEvent.ProgrammeClosed(programme.programme(), on));
    }

    Decision<Enrolment> recordService(ServiceRules.Entry entry, ServiceRules.Known known, List<Evidence> onFile) {
        if (period.service(entry.id()).isPresent()) {
            return conflict("service-known", "This service is on record already.");
        }
        Optional<CatalogueEntry> offered = known.catalogue().entry(entry.code());
        if (offered.isEmpty()) {
            return Decision.refuse(
                    Refusal.invalid("N4", "code", entry.programme() + " offers no service " + entry.code() + "."));
        }
        CatalogueEntry service = offered.get();
        Optional<Refusal> refusal = ServiceRules.check(period, service, entry, known);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        FundSource source =
                period.in(entry.programme()).map(ProgrammeEnrolment::fundSource).orElse(FundSource.OTHER);
        ServiceGiven given = ServiceGiven.entered(entry, service, source, known, onFile);
        boolean starts = service.qualifying() && period.startedOn() == null;
        return Exits.settled(
                this,
                period.recorded(given),
                known.terms(),
                known.today(),
                given.id(),
                new EnrolmentEvent.ServiceRecorded(given.id(), given.programme(), given.code(), given.from(), starts));
    }

    Decision<Enrolment> endService(ServiceGiven service, LocalDate on, LocalDate today) {
        if (service.endedOn() != null) {
            return conflict("N5", "This service ended on " + service.endedOn() + ".");
        }
        if (on.isBefore(service.from()) || on.isAfter(today)) {
            return Decision.refuse(Refusal.invalid("N5", "on", "A service ends on a day between its first and today."));
        }
        return Exits.settled(
                this,
                period.changing(service.id(), s -> s.ended(on)),
                bindingTerms(),
                today,
                service.id(),
                new EnrolmentEvent.ServiceEnded(service.id(), on));
    }

    /** What proves the service changes nothing when it is known; a service that is not on record waits for its entry. */
    Decision<Enrolment> evidence(String service, Evidence proof, LocalDate today) {
        return period.service(service)
                .filter(s -> !s.evidence().contains(proof))
                .map(s -> Exits.settled(
                        this,
                        period.changing(service, each -> each.provenBy(proof)),
                        bindingTerms(),
                        today,
                        service,
                        new EnrolmentEvent.ServiceEvidenced(service, proof.id(), proof.on())))
                .orElseGet(Decision::unchanged);
    }

    Decision<Enrolment> withdrawEvidence(String service, String source, LocalDate today) {
        return period.service(service)
                .filter(s -> s.evidence().stream().anyMatch(e -> e.id().equals(source)))
                .map(s -> Exits.settled(
                        this,
                        period.changing(service, each -> each.withoutEvidence(source)),
                        bindingTerms(),
                        today,
                        service,
                        new EnrolmentEvent.EvidenceWithdrawn(service, source)))
                .orElseGet(Decision::unchanged);
    }

    Decision<Enrolment> planGap(
            PlannedGap gap, ParticipationTerms all, Collection<ServiceCatalogue> catalogues, LocalDate today) {
        return GapRules.check(period, gap, all, catalogues, today)
                .map(Decision::<Enrolment>refuse)
                .orElseGet(() -> Decision.accept(
                        with(period.planned(gap), all),
                        new EnrolmentEvent.GapPlanned(gap.id(), gap.from(), gap.until(), gap.reason())));
    }

    /** @param catalogues those of the participant's programmes */
    Decision<Enrolment> determineNeedOfTraining(
            TrainingDetermination determination, Collection<ServiceCatalogue> catalogues, LocalDate today) {
        return TrainingRules.check(period, determination, catalogues, today)
                .map(Decision::<Enrolment>refuse)
                .orElseGet(() -> Decision.accept(
                        with(period.determined(determination), terms),
                        new EnrolmentEvent.NeedOfTrainingDetermined(
                                determination.id(), determination.on(), determination.positive())));
    }

    Decision<Enrolment> decideFollowUp(FollowUpScope scope, ParticipationTerms all) {
        Optional<Refusal> refusal = scope.check(period, all);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        FollowUpScope before = period.followUpScope();
        if (before != null && before.saysTheSameAs(scope)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(period.scoped(scope).followedUp(all), all),
                new EnrolmentEvent.FollowUpScopeDecided(scope.intensity(), scope.forMonths()));
    }

    Decision<Enrolment> reach(Outcome outcome, LocalDate today) {
        return outcome.check(this, today)
                .map(Decision::<Enrolment>refuse)
                .orElseGet(() -> Decision.accept(
                        with(period.reached(outcome), terms),
                        new EnrolmentEvent.OutcomeReached(
                                outcome.id(),
                                outcome.measure(),
                                outcome.measure().horizon(),
                                outcome.on())));
    }

    /** @param heldSince first day of the custody that the participant is in, as far as is known; null outside */
    Decision<Enrolment> exit(
            ExitRules.Wish wish, ParticipationTerms all, LocalDate today, @Nullable LocalDate heldSince) {
        return ExitRules.check(period, wish, all, heldSince)
                .map(Decision::<Enrolment>refuse)
                .orElseGet(() -> Exits.decided(this, period, wish.kind(), wish.reason(), all, today, wish));
    }

    Decision<Enrolment> place(Placement placement, ParticipationTerms all, LocalDate today) {
        Optional<Refusal> refusal = placement.check(period, today);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Period placed = period.placed(placement);
        if (period.exit() == null && all.exitOnEmployment()) {
            return Exits.decided(
                    this, placed, Exit.Kind.EMPLOYMENT, "Employed by " + placement.employer(), all, today, null);
        }
        return Decision.accept(
                with(placed.followedUp(all), all),
                new EnrolmentEvent.PlacementRecorded(
                        placement.id(),
                        placement.startedOn(),
                        placement.selfSufficiency().selfSufficient()));
    }

    Decision<Enrolment> checkRetention(Placement placement, Placement.Retention check, LocalDate today) {
        return check.check(placement, today)
                .map(Decision::<Enrolment>refuse)
                .orElseGet(() -> Decision.accept(
                        with(period.placed(placement.checked(check)), terms),
                        new EnrolmentEvent.RetentionChecked(placement.id(), check.on(), check.employed())));
    }

    Decision<Enrolment> followUp(FollowUp done) {
        return Decision.accept(
                with(period.done(done), terms),
                new EnrolmentEvent.FollowUpRecorded(
                        done.id(), done.month(), Objects.requireNonNull(done.doneOn()), done.employed()));
    }

    /** When the exit clock wants to be looked at: at the start of the day on which to warn, then of the day of the end. */
    public @Nullable Instant dueAt() {
        ParticipationTerms binding = terms;
        if (binding == null || period.exit() != null) {
            return null;
        }
        return period.clock(binding)
                .map(clock -> clock.endsOn().equals(period.warnedFor())
                        ? clock.endsOn()
                        : clock.endsOn().minusDays(binding.justifyServiceWithinDays()))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    /**
     * The exit clock's visit, at any time.
     *
     * @param all the terms in force now
     */
    Decision<Enrolment> visit(Instant now, ParticipationTerms all) {
        LocalDate today = day(now);
        Optional<ExitClock> running = period.exit() == null ? period.clock(all) : Optional.empty();
        if (running.isEmpty()) {
            return Decision.unchanged();
        }
        ExitClock clock = running.get();
        if (clock.hasRunOut(today)) {
            String why = "No qualifying service since " + clock.lastGiven();
            return Exits.decided(this, period, Exit.Kind.NO_SERVICE, why, all, today, null);
        }
        if (clock.isWithin(all.justifyServiceWithinDays(), today)
                && !clock.endsOn().equals(period.warnedFor())) {
            return Decision.accept(
                    with(period.warned(clock.endsOn()), all),
                    new EnrolmentEvent.ExitWarned(clock.lastGiven(), clock.endsOn()));
        }
        return all.equals(terms)
                ? Decision.unchanged()
                : Decision.accept(with(period, all), new EnrolmentEvent.ExitClockReset(all.policies(), clock.endsOn()));
    }

    /** As it would be if just this of the other ids counted. */
    Enrolment beside(List<PeriodBeside> others) {
        return with(period.with(others), terms);
    }

    /**
     * From now on the exit counts this of the person's other ids (H8, Y5, Y11, N8). It is no other rule than that for what is recorded late:
     * an exit that the clock decided without knowing of it is undone or dated anew, and what staff decided is dated anew; by jobs and fund
     * sources of the other ids it is positive or not, and followed up.
     *
     * <p>After an un-merge that is nothing, and the clock stands where this record's own services leave it: the others are another
     * person's. If the end that they lead to has passed meanwhile, the clock's next visit ends the participation, dated back to the last of
     * them, as it would have been; a service that was recorded here since then, while the other person's held the exit off, stays on
     * record and came too late. Nobody's participation is prolonged by what somebody else was given; staff see the exit at once, and can
     * determine eligibility and enrol the person anew. An exit that was decided meanwhile stays, under its id, dated to this record's own.
     */
    Decision<Enrolment> countWith(List<PeriodBeside> counted, ParticipationTerms all, LocalDate today) {
        Period changed = period.with(counted).followedUp(all);
        ExitClock clock = changed.clock(all).orElseThrow();
        String moving = changed.besideOn(clock.lastGiven())
                .flatMap(b -> b.on(clock.lastGiven()))
                .map(PeriodBeside.Given::service)
                .orElse(null);
        List<String> under =
                counted.stream().map(PeriodBeside::participant).distinct().toList();
        return Exits.settled(
                this,
                changed,
                all,
                today,
                moving,
                new EnrolmentEvent.ServicesCountedTogether(under, clock.lastGiven(), clock.endsOn()));
    }

    private ParticipationTerms bindingTerms() {
        ParticipationTerms binding = terms;
        if (binding == null) {
            throw new IllegalStateException("a service without a programme's terms");
        }
        return binding;
    }

    Enrolment with(Period changed, @Nullable ParticipationTerms all) {
        return new Enrolment(participant, site, zone, all, eligibility, referredElsewhere, changed, earlier);
    }

    private static Decision<Enrolment> conflict(String rule, String reason, String... allowed) {
        return Decision.refuse(Refusal.conflict(rule, reason, allowed));
    }
}
