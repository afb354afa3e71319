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
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * Keeps each participant's cadence in line with custody, policy, the level of care, meetings and work, and asks for the meetings
 * it wants. A person with several ids has one rhythm: that of the record under which their custody is kept, by the meetings under
 * all of them. The others keep theirs and ask for nothing until the merge is undone (H8).
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
        String keeper = known.keeperOf(participant);
        for (String each : known.idsOf(participant)) {
            bringAbout(each, each.equals(keeper), because);
        }
    }

    private void bringAbout(String participant, boolean counts, String because) {
        AtomicBoolean sameDue = new AtomicBoolean();
        Result<Cadence> result =
                cadences.createOrChange(Command.effectOf("cadence", because, participant), participant, before -> {
                    Decision<Cadence> decision = (counts ? known.custody(participant) : known.custodyUnder(participant))
                            .map(custody -> settle(before, participant, custody, counts))
                            .orElseGet(Decision::unchanged);
                    sameDue.set(decision instanceof Decision.Accepted<Cadence> is
                            && before.filter(was -> Objects.equals(
                                            was.nextMeetingBy(), is.state().nextMeetingBy()))
                                    .isPresent());
                    return decision;
                });
        if (!counts) {
            takeBackQuestions(participant, "", KeepingTasks.ANOTHER_RECORD, because);
        } else if (result instanceof Result.Done<Cadence> done && !sameDue.get()) {
            LocalDate by = done.stored().state().nextMeetingBy();
            takeBackQuestions(participant, by == null ? "" : question(participant, by), NO_LONGER_DUE, because);
        }
    }

    /**
     * A meeting that was asked for by another day than it is due by now: nobody need book it by then. Nor one that the rhythm of a record
     * asked for which asks no more, since another of the person's counts: after a merge, or once that one has a custody (H8).
     */
    private void takeBackQuestions(String participant, String wanted, String why, String because) {
        for (Stored<Task> each : tasks.openOf(participant)) {
            Task task = each.state();
            if (task.kind() == Task.Kind.BOOK_MEETING
                    && task.cause().equals(participant)
                    && !each.id().equals(wanted)) {
                tasks.withdraw(each.id(), why, because);
            }
        }
    }

    private static String question(String participant, LocalDate by) {
        return Command.derived("meeting-wanted", participant, by.toString()).toString();
    }

    /** Looked up anew whenever somebody else wrote the cadence meanwhile, so that an older word never stays. */
    private Decision<Cadence> settle(
            Optional<Cadence> before, String participant, KnownCustody custody, boolean counts) {
        ZoneId zone = Optional.ofNullable(custody.zone()).orElseGet(() -> known.zoneOf(participant));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Basis basis = basis(participant, custody, zone, today, counts);
        return Cadence.settle(before, participant, keepingAnchor(before, basis), today);
    }

    public Result<Cadence> adjust(
            Command command,
            String named,
            Adjustment.Kind kind,
            @Nullable Integer everyDays,
            String reason,
            String by) {
        String participant = known.keeperOf(named);
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
        if (by == null || !participant.equals(known.keeperOf(participant))) {
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

    /** @param counts whether it is this record by which the person is met */
    private Basis basis(String participant, KnownCustody custody, ZoneId zone, LocalDate today, boolean counts) {
        @Nullable LocalDate released = custody.standing().map(Release::on).orElse(null);
        LocalDate since = custody.custodySince();
        LocalDate anchor = released != null ? released : since == null || since.isBefore(today) ? today : since;
        Instant now = clock.instant();
        @Nullable
        LocalDate last = meetings(participant, counts, now.minus(BACK), now.plus(Duration.ofDays(1))).stream()
                .map(Stored::state)
                .filter(Appointment::isAttended)
                .map(a -> a.when().day())
                .filter(day -> released == null || !day.isBefore(released))
                .max(LocalDate::compareTo)
                .orElse(null);
        return new Basis(
                zone,
                custody.population(),
                custody.population() == Population.RELEASED ? released : null,
                anchor,
                last,
                known.works(participant),
                custody.death().isPresent() || !counts
                        ? List.of()
                        : known.policiesFor(participant, today).stream()
                                .map(Rhythm::of)
                                .toList(),
                counts ? care(participant, today) : null);
    }

    private List<Stored<Appointment>> meetings(String participant, boolean counts, Instant from, Instant to) {
        return counts ? diary.ofParticipant(participant, from, to) : diary.under(List.of(participant), from, to);
    }

    private static Basis keepingAnchor(Optional<Cadence> before, Basis now) {
        return before.map(was -> now.goingOn(was.basis())).orElse(now);
    }
}
