package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Who works with a participant, before and after release; one per participant, under the participant's id.
 *
 * <p>Life: opened with one primary worker, by default the one who did the intake (C6), and from then on never without one
 * and never with two. Before release, introductions to staff outside (L18) and the hand-out of their contact card (L15) go
 * on record, and it alerts when they are missing. A release opens a handover, widens the team or keeps the worker, as the
 * site's staffing model has it (L7); when the release is withdrawn, so is what it brought about. A case follows its site's
 * model, its participant's site and the custody record by steps of its own ({@link FollowingSteps}), whichever news comes
 * first. It goes through phases and back (H1), and its stratified risk comes to a level of care (H5). It runs up to a year
 * after release (L1) and says when that year runs out, which closes nothing: it is closed by staff once no duty is open.
 *
 * @param zone the site's: days are counted here
 * @param sites every site it has run at
 * @param modelKey site, staffing model and state, to find open cases that have yet to follow their site's model
 * @param primary the primary worker's id, to look cases up by
 * @param followed custody as far as the case had to go along with it: releases always, dates only where something is due by
 *     them
 * @param contactCardAlerted that the card is missing was announced
 * @param introductionsDueOn last day on which enough introductions are in time; null where none are missing, or the release is not near
 * @param introductionsAlertedOn when it was announced that they are missing; null again once they are made, or have more time
 * @param phases every phase it was in, the present one last (H1)
 * @param care every time its risk was stratified, the present level last; none yet makes it an ordinary case (H5)
 * @param communications with those it went over to, after a transition (H1)
 */
public record Case(
        UUID participant,
        UUID site,
        ZoneId zone,
        List<UUID> sites,
        List<Programme> programmes,
        StaffingModel staffingModel,
        String modelKey,
        Terms terms,
        UUID primary,
        Team team,
        CustodyFacts followed,
        List<Handover> handovers,
        List<Introduction> introductions,
        @Nullable LocalDate contactCardGivenOn,
        boolean contactCardAlerted,
        @Nullable LocalDate introductionsDueOn,
        @Nullable LocalDate introductionsAlertedOn,
        List<PhaseStep> phases,
        @Nullable LocalDate yearEndsOn,
        boolean yearEndAlerted,
        State state,
        @Nullable LocalDate closedOn,
        List<LevelOfCare> care,
        List<Communication> communications) {

    public enum State {
        OPEN,
        CLOSED
    }

    /** The policy a decision was made under, and what of it counts here. */
    public record Terms(
            UUID policy,
            int version,
            int handoverDueDays,
            int introductionTarget,
            int caseMonthsAfterRelease,
            int yearEndWarningDays,
            @Nullable Integer introductionsDaysBeforeRelease) {

        /** A case from before there was such a day wants them by the release itself. */
        int introductionDays() {
            return Objects.requireNonNullElse(introductionsDaysBeforeRelease, 0);
        }
    }

    /** @param because why, where it had to be said or was; null in a step that went without saying */
    public record PhaseStep(
            UUID id,
            Phase phase,
            LocalDate from,
            String by,
            @Nullable String because) {}

    /**
     * After a transition, somebody made sure that all is well (H1).
     *
     * @param with who was spoken to, by what they are to the participant
     */
    public record Communication(UUID id, LocalDate on, String with, String by) {}

    public Case {
        sites = List.copyOf(sites);
        programmes = List.copyOf(programmes);
        handovers = List.copyOf(handovers);
        introductions = List.copyOf(introductions);
        phases = List.copyOf(phases);
        care = care == null ? List.of() : List.copyOf(care);
        communications = communications == null ? List.of() : List.copyOf(communications);
    }

    /** What a case begins with. */
    record Opening(
            UUID participant,
            UUID site,
            ZoneId zone,
            List<Programme> programmes,
            StaffingModel model,
            Terms terms,
            UUID primary,
            Setting setting) {}

    static Decision<Case> open(Opening o, Instant now, String by) {
        LocalDate today = LocalDate.ofInstant(now, o.zone());
        PhaseStep first = new PhaseStep(
                Command.derived("phase", o.participant().toString(), "0"), Phase.SCREENING, today, by, null);
        Case opened = new Case(
                o.participant(),
                o.site(),
                o.zone(),
                List.of(o.site()),
                o.programmes().stream().distinct().sorted().toList(),
                o.model(),
                modelKey(o.site(), o.model(), State.OPEN),
                o.terms(),
                o.primary(),
                Team.ledBy(o.participant(), o.primary(), o.setting(), today),
                CustodyFacts.none(),
                List.of(),
                List.of(),
                null,
                false,
                null,
                null,
                List.of(first),
                null,
                false,
                State.OPEN,
                null,
                List.of(),
                List.of());
        return Decision.accept(opened, new CaseEvent.CaseOpened(o.primary()));
    }

    static String modelKey(UUID site, StaffingModel model, State state) {
        return site + "|" + model + "|" + state;
    }

    /** The one handover that waits to be accepted; null when none does. */
    public @Nullable Handover pendingHandover() {
        return handovers.stream().filter(Handover::pending).findFirst().orElse(null);
    }

    public Phase phase() {
        return phases.getLast().phase();
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    Decision<Case> introduce(Introduction introduction, Instant now) {
        if (introductions.stream().anyMatch(each -> each.id().equals(introduction.id()))) {
            return Decision.unchanged();
        }
        if (introduction.on().isAfter(today(now))) {
            return Decision.refuse(Refusal.invalid("L18", "on", "An introduction is recorded once it has happened."));
        }
        CustodyFacts.ReleaseFact release = followed.release();
        if (release != null && introduction.on().isAfter(release.on())) {
            return Decision.refuse(Refusal.conflict(
                    "L18",
                    "An introduction happens before release; the participant was released on " + release.on() + "."));
        }
        List<Introduction> all =
                Stream.concat(introductions.stream(), Stream.of(introduction)).toList();
        CaseEdit edit = edit().introductions(all);
        return Decision.accept(
                (enough(all) ? edit.introductionsDueOn(null, today(now)) : edit).done(),
                new CaseEvent.IntroductionRecorded(introduction.id(), introduction.kind()));
    }

    /** Has the participant met as many people from outside as the policy wants before release (L18)? */
    public boolean introducedEnough() {
        return enough(introductions);
    }

    private boolean enough(List<Introduction> made) {
        return staffingModel == StaffingModel.SAME_STAFF || made.size() >= terms.introductionTarget();
    }

    /** The day by which they were wanted has passed, and that was announced (L18). */
    public boolean introductionsMissing() {
        return introductionsAlertedOn != null;
    }

    Decision<Case> giveContactCard(LocalDate on, Instant now) {
        if (on.isAfter(today(now))) {
            return Decision.refuse(Refusal.invalid("L15", "on", "It is recorded once it has been given."));
        }
        return contactCardGivenOn != null
                ? Decision.unchanged()
                : Decision.accept(edit().contactCardGivenOn(on).done(), new CaseEvent.ContactCardGiven(on));
    }

    /** The level of care it has now; null while its risk was never stratified. */
    public @Nullable LevelOfCare levelOfCare() {
        return care.isEmpty() ? null : care.getLast();
    }

    /** What it counts for on a caseload, in hundredths of an ordinary case (L2). */
    public int weightPercent() {
        return care.isEmpty() ? Caseload.ORDINARY : care.getLast().weightPercent();
    }

    /** @param openDuties what still has to be done, in words; a case with any stays open (L1) */
    Decision<Case> close(List<String> openDuties, Instant now) {
        if (state == State.CLOSED) {
            return Decision.unchanged();
        }
        if (pendingHandover() != null) {
            return Decision.refuse(Refusal.conflict("L7", "A handover is open.", "handover/acceptance"));
        }
        if (!openDuties.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "L1", "The case stays open while this is due: " + String.join("; ", openDuties) + "."));
        }
        LocalDate today = today(now);
        return Decision.accept(edit().state(State.CLOSED).closedOn(today).done(), new CaseEvent.CaseClosed(today));
    }

    Decision<Case> reopen(Instant now) {
        return state == State.OPEN
                ? Decision.unchanged()
                : Decision.accept(
                        edit().state(State.OPEN).closedOn(null).done(), new CaseEvent.CaseReopened(today(now)));
    }

    /** The next moment at which time alone changes something: a handover or the introductions become late, or the year runs out. */
    public @Nullable Instant dueAt() {
        if (state == State.CLOSED) {
            return null;
        }
        return Stream.of(handoverLateFrom(), introductionsMissingFrom(), yearEndWarnedFrom())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    private Optional<LocalDate> handoverLateFrom() {
        return Optional.ofNullable(pendingHandover())
                .filter(pending -> pending.state() == Handover.State.OPEN)
                .map(pending -> pending.dueOn().plusDays(1));
    }

    private Optional<LocalDate> introductionsMissingFrom() {
        return Optional.ofNullable(introductionsDueOn)
                .filter(_ -> introductionsAlertedOn == null)
                .map(day -> day.plusDays(1));
    }

    private Optional<LocalDate> yearEndWarnedFrom() {
        return Optional.ofNullable(yearEndsOn)
                .filter(_ -> !yearEndAlerted)
                .map(ends -> ends.minusDays(terms.yearEndWarningDays()));
    }

    public Decision<Case> visit(Instant now) {
        if (state == State.CLOSED) {
            return Decision.unchanged();
        }
        LocalDate today = today(now);
        Handover pending = pendingHandover();
        if (pending != null && hasCome(handoverLateFrom(), today)) {
            return Decision.accept(
                    edit().handover(pending.in(Handover.State.LATE)).done(),
                    new CaseEvent.HandoverLate(pending.id(), pending.dueOn()));
        }
        LocalDate wanted = introductionsDueOn;
        if (wanted != null && hasCome(introductionsMissingFrom(), today)) {
            return Decision.accept(
                    edit().introductionsAlertedOn(today).done(),
                    new CaseEvent.IntroductionsMissing(introductions.size(), terms.introductionTarget(), wanted));
        }
        LocalDate ends = yearEndsOn;
        return ends != null && hasCome(yearEndWarnedFrom(), today)
                ? Decision.accept(edit().yearEndAlerted(true).done(), new CaseEvent.YearEnding(ends))
                : Decision.unchanged();
    }

    private static boolean hasCome(Optional<LocalDate> day, LocalDate today) {
        return day.filter(from -> !today.isBefore(from)).isPresent();
    }

    /** Which side of a caseload it counts on. */
    public Caseload.Side side() {
        return followed.population() == Population.RELEASED ? Caseload.Side.AFTER : Caseload.Side.BEFORE;
    }

    /** The same case, deciding by these numbers from now on. */
    Case under(Terms now) {
        return edit().under(now).done();
    }

    CaseEdit edit() {
        return new CaseEdit(this);
    }
}
