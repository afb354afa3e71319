package org.throughcare.scheduling.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * Keeps each participant's cadence in line with custody, policy, the level of care, meetings and work, and asks for the meetings
 * it wants.
 */
public final class KeepingTheCadence {

    private static final Duration BACK = Duration.ofDays(400);
    private static final String NO_LONGER_DUE = "The meeting is due by another day now.";

    private final Aggregates<Cadence> cadences;
    private final Known known;
    private final Diary diary;
    private final KeepingTasks tasks;
    private final InstantSource clock;

    public KeepingTheCadence(
            Aggregates<Cadence> cadences, Known known, Diary diary, KeepingTasks tasks, InstantSource clock) {
        this.cadences = cadences;
        this.known = known;
        this.diary = diary;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @param because what made it look again; the same cause changes it once */
    public void bringAbout(String participant, String because) {
        AtomicBoolean sameDue = new AtomicBoolean();
        Result<Cadence> result =
                cadences.createOrChange(Command.effectOf("cadence", because, participant), participant, before -> {
                    Decision<Cadence> decision = known.custody(participant)
                            .map(custody -> settle(before, custody))
                            .orElseGet(Decision::unchanged);
                    sameDue.set(decision instanceof Decision.Accepted<Cadence> is
                            && before.filter(was -> Objects.equals(
                                            was.nextMeetingBy(), is.state().nextMeetingBy()))
                                    .isPresent());
                    return decision;
                });
        if (result instanceof Result.Done<Cadence> done && !sameDue.get()) {
            takeBackQuestions(done.stored().state(), because);
        }
    }

    /** A meeting that was asked for by another day than it is due by now: nobody need book it by then. */
    private void takeBackQuestions(Cadence cadence, String because) {
        String participant = cadence.participant();
        LocalDate by = cadence.nextMeetingBy();
        String wanted = by == null ? "" : question(participant, by);
        for (Stored<Task> each : tasks.openOf(participant)) {
            Task task = each.state();
            if (task.kind() == Task.Kind.BOOK_MEETING
                    && task.cause().equals(participant)
                    && !each.id().equals(wanted)) {
                tasks.withdraw(each.id(), NO_LONGER_DUE, because);
            }
        }
    }

    private static String question(String participant, LocalDate by) {
        return Command.derived("meeting-wanted", participant, by.toString()).toString();
    }

    /** Looked up anew whenever somebody else wrote the cadence meanwhile, so that an older word never stays. */
    private Decision<Cadence> settle(Optional<Cadence> before, KnownCustody custody) {
        ZoneId zone = Optional.ofNullable(custody.zone()).orElseGet(() -> known.zoneOf(custody.participant()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Basis basis = basis(custody, zone, today);
        return Cadence.settle(before, custody.participant(), keepingAnchor(before, basis), today);
    }

    public Result<Cadence> adjust(
            Command command,
            String participant,
            Adjustment.Kind kind,
            @Nullable Integer everyDays,
            String reason,
            String by) {
        if (cadences.find(participant).isEmpty()) {
            bringAbout(participant, command.id());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), known.zoneOf(participant));
        Adjustment wanted = new Adjustment(kind, everyDays, reason, by, today);
        Result<Cadence> result = cadences.change(command, participant, c -> c.adjust(wanted, today));
        return result instanceof Result.Missing<Cadence>
                ? new Result.Refused<>(Refusal.conflict("L10", "Record the participant's custody first."))
                : result;
    }

    /** A meeting is due and nothing is booked until then: somebody is asked to book one (L3). */
    public void meetingWanted(String participant) {
        Optional<Stored<Cadence>> stored = cadences.find(participant);
        Optional<Cadence> cadence = stored.map(Stored::state);
        LocalDate by = cadence.map(Cadence::proposedFor).orElse(null);
        if (by == null) {
            return;
        }
        ZoneId zone = cadence.get().basis().zone();
        Instant end = by.plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.instant();
        boolean booked = diary.ofParticipant(participant, now, end).stream()
                .anyMatch(a -> a.state().isLive());
        if (booked) {
            return;
        }
        tasks.open(
                new Task.Opening(
                        question(participant, by),
                        participant,
                        Task.Kind.BOOK_MEETING,
                        participant,
                        worker(participant),
                        end.minusMillis(1),
                        false,
                        null),
                "cadence:" + by + "@" + stored.get().revision());
    }

    private @Nullable String worker(String participant) {
        boolean outside =
                known.custody(participant).flatMap(KnownCustody::standing).isPresent();
        return known.caseOf(participant)
                .flatMap(c -> outside ? c.whoMeetsOutside() : Optional.ofNullable(c.primary()))
                .orElse(null);
    }

    /** H5: of a level that nobody dated, from the day it was first seen. */
    private @Nullable CareRhythm care(String participant, LocalDate today) {
        KnownCase.Care care =
                known.caseOf(participant).flatMap(KnownCase::careThatAsks).orElse(null);
        Integer every = care == null ? null : care.meetEveryDays();
        LocalDate since = care == null ? null : care.since();
        return every == null ? null : new CareRhythm(every, since == null ? today : since);
    }

    private Basis basis(KnownCustody custody, ZoneId zone, LocalDate today) {
        String participant = custody.participant();
        @Nullable LocalDate released = custody.standing().map(Release::on).orElse(null);
        LocalDate since = custody.custodySince();
        LocalDate anchor = released != null ? released : since == null || since.isBefore(today) ? today : since;
        Instant now = clock.instant();
        @Nullable
        LocalDate last = diary.ofParticipant(participant, now.minus(BACK), now.plus(Duration.ofDays(1))).stream()
                .map(Stored::state)
                .filter(Appointment::isAttended)
                .map(a -> a.when().day())
                .filter(day -> released == null || !day.isBefore(released))
                .max(LocalDate::compareTo)
                .orElse(null);
        @Nullable KnownEnrolment enrolment = known.enrolment(participant).orElse(null);
        return new Basis(
                zone,
                custody.population(),
                custody.population() == Population.RELEASED ? released : null,
                anchor,
                last,
                enrolment != null && enrolment.placement() != null,
                custody.death().isPresent()
                        ? List.of()
                        : known.policiesFor(participant, today).stream()
                                .map(Rhythm::of)
                                .toList(),
                care(participant, today));
    }

    private static Basis keepingAnchor(Optional<Cadence> before, Basis now) {
        return before.map(was -> now.goingOn(was.basis())).orElse(now);
    }
}
