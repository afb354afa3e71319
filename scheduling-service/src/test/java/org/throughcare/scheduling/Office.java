package org.throughcare.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.following.FollowingAnAppointment;
import org.throughcare.scheduling.group.BookingSessions;
import org.throughcare.scheduling.group.GroupPlanning;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.group.PlanningAGroup;
import org.throughcare.scheduling.group.RunningGroups;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.holiday.FederalHolidays;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.KnownPolicy;
import org.throughcare.scheduling.known.KnownSite;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.release.ContactAfterRelease;
import org.throughcare.scheduling.release.FollowingTheTeam;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;
import org.throughcare.testing.InMemoryAggregates;
import org.throughcare.testing.InMemoryCopies;

/**
 * A small LEAP site in memory, with everything that scheduling does wired as in the service: one jail worker with clearance, one
 * community worker without, one participant in custody. It is Monday 2 March 2026, 9:00 in Chicago, until told otherwise.
 */
public final class Office {

    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    public static final String PARTICIPANT = "participant-1";
    public static final String INSIDE = "worker-inside";
    public static final String OUTSIDE = "worker-outside";
    public static final String SITE = "site-1";
    public static final String JAIL = "Cook County Jail";

    public volatile Instant now = at("2026-03-02T09:00");

    public final InMemoryCopies<KnownCustody> custodies = new InMemoryCopies<>((c, p) -> null);
    public final InMemoryCopies<KnownCase> cases = new InMemoryCopies<>((c, p) -> null);
    public final InMemoryCopies<KnownStaff> staff = new InMemoryCopies<>((c, p) -> c.sites());
    public final InMemoryCopies<KnownSite> sites = new InMemoryCopies<>((c, p) -> null);
    public final InMemoryCopies<KnownPolicy> policies = new InMemoryCopies<>((c, p) -> c.programme());
    public final InMemoryCopies<KnownEnrolment> enrolments = new InMemoryCopies<>((c, p) -> null);
    public final InMemoryCopies<KnownNote> notes = new InMemoryCopies<>((c, p) -> null);
    public final InMemoryCopies<KnownParticipant> participants = new InMemoryCopies<>((c, p) -> c.caseNumber());

    public final InMemoryAggregates<Appointment> appointments = new InMemoryAggregates<>((a, p) -> null);
    public final InMemoryAggregates<Task> tasks = new InMemoryAggregates<>((t, p) -> switch (p) {
        case "participant" -> t.participant();
        case "cause" -> t.cause();
        default -> t.assignee();
    });
    public final InMemoryAggregates<Cadence> cadences = new InMemoryAggregates<>((c, p) -> null);
    public final InMemoryAggregates<WorkerAvailability> availability = new InMemoryAggregates<>((a, p) -> null);
    public final InMemoryAggregates<GroupSeries> groups =
            new InMemoryAggregates<>((g, p) -> p.equals("leader") ? g.leader() : g.site());
    public final InMemoryClaims claims = new InMemoryClaims();

    private final OwnerClient noOwner = new OwnerClient() {
        @Override
        public <T> Optional<T> get(String service, String path, Class<T> type) {
            return Optional.empty();
        }
    };
    public final InMemoryCopies<PersonIds.Merged> merged = new InMemoryCopies<>((m, p) -> m.aliases());
    public final PersonIds persons = new PersonIds(merged);
    public final Known known = new Known(
            new Known.Kept(custodies, cases, staff, sites, policies, enrolments, notes, participants),
            persons,
            noOwner);
    public final Diary diary = new Diary() {
        @Override
        public List<Stored<Appointment>> ofWorker(String worker, Instant from, Instant to) {
            return between(from, to)
                    .filter(a -> a.state().when().worker().equals(worker))
                    .toList();
        }

        @Override
        public List<Stored<Appointment>> ofParticipant(String participant, Instant from, Instant to) {
            return under(persons.allOf(participant), from, to);
        }

        @Override
        public List<Stored<Appointment>> under(List<String> ids, Instant from, Instant to) {
            return between(from, to)
                    .filter(a -> ids.contains(String.valueOf(a.state().participant())))
                    .toList();
        }

        private Stream<Stored<Appointment>> between(Instant from, Instant to) {
            return appointments.all().stream()
                    .filter(a -> !a.state().when().start().isBefore(from)
                            && a.state().when().start().isBefore(to))
                    .sorted(Comparator.comparing(a -> a.state().when().start()));
        }
    };
    public final PlanningRules rules = new PlanningRules(known, diary);
    public final BookingAnAppointment booking = new BookingAnAppointment(appointments, diary, claims, rules, () -> now);
    public final MovingAnAppointment moving = new MovingAnAppointment(appointments, claims, rules, () -> now);
    public final CancellingAnAppointment cancelling = new CancellingAnAppointment(appointments, claims, () -> now);
    public final RecordingAttendance attendance = new RecordingAttendance(appointments, () -> now);
    public final KeepingTasks keepingTasks = new KeepingTasks(tasks, persons, () -> now);
    public final FollowingUp followingUp = new FollowingUp(keepingTasks, known);
    public final FindingFreeSlots slots = new FindingFreeSlots(availability, diary, known);
    public final ContactAfterRelease contact = new ContactAfterRelease(
            known, keepingTasks, slots, booking, diary, new BusinessDays(new FederalHolidays()), () -> now);
    public final Replanning replanning =
            new Replanning(known, diary, booking, cancelling, keepingTasks, contact, () -> now);
    public final FollowingTheTeam team =
            new FollowingTheTeam(known, diary, moving, cancelling, keepingTasks, replanning, () -> now);
    public final KeepingTheCadence cadence = new KeepingTheCadence(cadences, known, diary, keepingTasks, () -> now);
    public final FollowingAnAppointment following =
            new FollowingAnAppointment(cancelling, keepingTasks, cadence, replanning, team, () -> now);
    public final InMemoryAggregates<GroupPlanning> plannings = new InMemoryAggregates<>((p, q) -> null);
    public final BookingSessions sessions =
            new BookingSessions(appointments, booking, moving, cancelling, rules, () -> now);
    public final PlanningAGroup planningGroups = new PlanningAGroup(groups, plannings, sessions, () -> now);
    public final RunningGroups runningGroups = new RunningGroups(groups, known, () -> now);

    public final KeepingSeats seats = new KeepingSeats(
            groups,
            participant -> groups.all().stream()
                    .filter(g -> Stream.of(
                                    g.state().roster().stream().map(GroupSeries.Seat::id),
                                    g.state().waitlist().stream().map(GroupSeries.Waiting::id),
                                    g.state().former().stream().map(GroupSeries.Former::id))
                            .flatMap(ids -> ids)
                            .anyMatch(participant::equals))
                    .toList(),
            rules,
            known,
            keepingTasks,
            () -> now);

    public Office() {
        sites.now(
                SITE,
                null,
                new KnownSite(
                        SITE,
                        "Cook County",
                        CHICAGO,
                        List.of(
                                new KnownSite.Place("jail", "Jail AJC", Setting.JAIL),
                                new KnownSite.Place("center", "Community AJC", Setting.COMMUNITY))));
        staff.now(
                INSIDE,
                null,
                new KnownStaff(
                        INSIDE,
                        "Ines",
                        true,
                        new KnownStaff.Clearance(KnownStaff.ClearanceState.VALID, LocalDate.of(2026, 12, 31)),
                        null,
                        null,
                        null,
                        List.of(SITE)));
        staff.now(OUTSIDE, null, new KnownStaff(OUTSIDE, "Omar", true, null, null, null, null, List.of(SITE)));
        policies.now("leap", null, policy("LEAP", 7, 7, 2));
        participants.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownParticipant(PARTICIPANT, "K7M2-4", SITE, CHICAGO, false, List.of(), null));
        team("SAME_STAFF", INSIDE, null);
        inCustody(LocalDate.of(2026, 6, 1));
    }

    public static KnownPolicy policy(String programme, int inCustody, int near, int businessDays) {
        return new KnownPolicy(
                "p-" + programme,
                programme,
                null,
                1,
                LocalDate.of(2020, 1, 1),
                new KnownPolicy.Values(
                        inCustody,
                        near,
                        List.of(
                                new KnownPolicy.Taper(30, 7),
                                new KnownPolicy.Taper(90, 14),
                                new KnownPolicy.Taper(365, 30)),
                        false,
                        businessDays));
    }

    public void team(String model, String primary, @Nullable String handoverTo) {
        cases.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownCase(
                        PARTICIPANT,
                        List.of("LEAP"),
                        SITE,
                        model,
                        primary,
                        List.of(new KnownCase.Member(primary, null)),
                        handoverTo == null ? null : new KnownCase.Handover("h1", handoverTo, "OPEN"),
                        null,
                        "OPEN"));
    }

    /** The same team, with a level of care that asks for this; none that asks for null. */
    public void care(@Nullable Integer meetEveryDays, LocalDate since) {
        KnownCase is = cases.find(PARTICIPANT).orElseThrow().snapshot();
        cases.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownCase(
                        PARTICIPANT,
                        is.programmes(),
                        SITE,
                        is.staffingModel(),
                        is.primary(),
                        is.team(),
                        is.handover(),
                        new KnownCase.Care(meetEveryDays, since),
                        is.state()));
    }

    /** @param lastDay of a planned departure; null takes it back */
    public void leaves(String worker, @Nullable LocalDate lastDay) {
        KnownStaff is = staff.find(worker).orElseThrow().snapshot();
        staff.now(
                worker,
                null,
                new KnownStaff(worker, is.name(), true, is.clearance(), null, lastDay, is.role(), is.sites()));
    }

    public void left(String worker, LocalDate lastDay) {
        KnownStaff is = staff.find(worker).orElseThrow().snapshot();
        staff.now(
                worker,
                null,
                new KnownStaff(worker, is.name(), false, is.clearance(), lastDay, null, is.role(), is.sites()));
    }

    public void inCustody(@Nullable LocalDate projected) {
        custody(Population.IN_CUSTODY, projected, null);
    }

    public void released(String release, LocalDate on, Kind kind) {
        boolean out = kind == Kind.PLANNED || kind == Kind.UNPLANNED;
        custody(
                out ? Population.RELEASED : Population.IN_CUSTODY,
                out ? null : LocalDate.of(2026, 6, 1),
                new Release(release, on, now, kind));
    }

    public void custody(Population population, @Nullable LocalDate projected, @Nullable Release release) {
        custodies.now(
                PARTICIPANT,
                PARTICIPANT,
                custodyAt(population == Population.RELEASED ? null : JAIL, population, projected, release));
    }

    /** Held elsewhere. */
    public void transferred(String transfer, LocalDate on, String facility) {
        custodies.now(
                PARTICIPANT,
                PARTICIPANT,
                custodyAt(
                        facility,
                        Population.IN_CUSTODY,
                        LocalDate.of(2026, 6, 1),
                        new Release(transfer, on, now, Kind.TRANSFER)));
    }

    private static KnownCustody custodyAt(
            @Nullable String facility,
            Population population,
            @Nullable LocalDate projected,
            @Nullable Release release) {
        return new KnownCustody(
                PARTICIPANT, SITE, CHICAGO, population, facility, LocalDate.of(2026, 1, 5), projected, release);
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    public static Window inside(String local) {
        return new Window(
                INSIDE, at(local), at(local).plus(Duration.ofMinutes(30)), CHICAGO, SITE, "jail", null, Setting.JAIL);
    }

    public static Window outside(String worker, String local) {
        return new Window(
                worker,
                at(local),
                at(local).plus(Duration.ofMinutes(30)),
                CHICAGO,
                SITE,
                "center",
                null,
                Setting.COMMUNITY);
    }

    public Result<Appointment> book(String id, Window window) {
        return book(id, PARTICIPANT, window);
    }

    public Result<Appointment> book(String id, String participant, Window window) {
        return booking.book(new BookingAnAppointment.Booking(
                Command.withId(id), id, participant, null, Appointment.Kind.ONE_ON_ONE, window, null));
    }

    public Appointment appointment(String id) {
        return appointments.find(id).orElseThrow().state();
    }

    public Result<Appointment> cancel(String id, String reason) {
        return cancelling.cancel(new CancellingAnAppointment.Cancellation(command(), id, reason, null));
    }

    public List<Task> tasks(Task.Kind kind) {
        return tasks.all().stream()
                .map(Stored::state)
                .filter(t -> t.kind() == kind)
                .toList();
    }

    public static Command command() {
        return Command.withId(UUID.randomUUID().toString());
    }
}
