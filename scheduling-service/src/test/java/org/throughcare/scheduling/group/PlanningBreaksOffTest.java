package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.known.Setting;

/** The service falls after each single write of a plan in turn. */
class PlanningBreaksOffTest {

    private static final List<GroupSeries.Session> FIRST =
            List.of(session("s1", "2026-03-03T10:00"), session("s2", "2026-03-10T10:00"));

    /** One is moved, one dropped, one added. */
    private static final List<GroupSeries.Session> ANEW =
            List.of(session("s1", "2026-03-04T10:00"), session("s3", "2026-03-17T10:00"));

    private static final int MOST_WRITES = 40;

    @Test
    @DisplayName("L5 a plan that a crash broke off is gone on with when the same command comes again")
    void sameCommandAgain() {
        for (int writes = 0; ; writes++) {
            Office office = new Office();
            Command command = Command.withId("c");
            boolean whole = plan(office, writes, command, FIRST);
            assertThat(office.planningGroups.plan(command, series(FIRST))).isInstanceOf(Result.Done.class);
            agree(office, FIRST);
            afterAWhile(office);
            agree(office, FIRST);
            if (whole) {
                return;
            }
        }
    }

    @Test
    @DisplayName("L5 a change of plan that a crash broke off is gone on with when the same command comes again")
    void sameChangeAgain() {
        for (int writes = 0; ; writes++) {
            Office office = planned();
            Command command = Command.withId("c").expecting(1);
            boolean whole = plan(office, writes, command, ANEW);
            office.planningGroups.plan(command, series(ANEW));
            agree(office, ANEW);
            afterAWhile(office);
            agree(office, ANEW);
            if (whole) {
                return;
            }
        }
    }

    @Test
    @DisplayName(
            "L5 of a plan that a crash broke off for good the group stands with all its sessions, or holds nobody's time")
    void neverAgain() {
        for (int writes = 0; ; writes++) {
            Office office = new Office();
            boolean whole = plan(office, writes, Command.withId("c"), FIRST);
            afterAWhile(office);
            agree(office, office.groups.find("g").isPresent() ? FIRST : List.of());
            assertThat(office.planningGroups.plan(later(office), series(ANEW)))
                    .as("planned after %s writes", writes)
                    .isInstanceOf(Result.Done.class);
            agree(office, ANEW);
            if (whole) {
                return;
            }
        }
    }

    @Test
    @DisplayName("L5 of a change of plan that a crash broke off for good all sessions are where the group says")
    void changeNeverAgain() {
        for (int writes = 0; ; writes++) {
            Office office = planned();
            boolean whole = plan(office, writes, Command.withId("c").expecting(1), ANEW);
            afterAWhile(office);
            agree(office, office.groups.find("g").orElseThrow().revision() == 1 ? FIRST : ANEW);
            if (whole) {
                return;
            }
        }
    }

    @Test
    @DisplayName("L5 the command that comes again after its plan was tidied away plans the group")
    void againAfterTidying() {
        for (int writes = 0; ; writes++) {
            Office office = planned();
            Command command = Command.withId("c").expecting(1);
            boolean whole = plan(office, writes, command, ANEW);
            afterAWhile(office);
            office.planningGroups.plan(command, series(ANEW));
            agree(office, ANEW);
            if (whole) {
                return;
            }
        }
    }

    @Test
    @DisplayName("L5 a group is planned by one at a time; whoever comes second is told, and may once the first is done")
    void oneAtATime() {
        Office office = new Office();
        plan(office, 4, Command.withId("c"), FIRST);

        assertThat(office.planningGroups.plan(Command.withId("d"), series(ANEW)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().reason()).contains("just being planned"));
        office.planningGroups.plan(Command.withId("c"), series(FIRST));
        assertThat(office.planningGroups.plan(later(office), series(ANEW))).isInstanceOf(Result.Done.class);
        agree(office, ANEW);
    }

    @Test
    @DisplayName("L5 who is slower than the hold allows finds the sessions as planned all the same")
    void slow() {
        Office office = new Office();
        Aggregates<GroupSeries> slow = new Watched<>(office.groups, () -> afterAWhile(office));
        new PlanningAGroup(slow, office.plannings, office.sessions, () -> office.now)
                .plan(Command.withId("c"), series(FIRST));

        agree(office, FIRST);
    }

    @Test
    @DisplayName("L5 a plan that somebody else overtook takes its sessions back")
    void overtaken() {
        Office office = planned();
        Aggregates<GroupSeries> overtaken =
                new Watched<>(office.groups, () -> office.runningGroups.takeSeat(Office.command(), "g", "a", null));

        assertThat(new PlanningAGroup(overtaken, office.plannings, office.sessions, () -> office.now)
                        .plan(Office.command().expecting(1), series(ANEW)))
                .isInstanceOf(Result.Stale.class);
        agree(office, FIRST);
    }

    @Test
    @DisplayName("L5 of two who plan the same new group otherwise, the second has not seen it and changes nothing")
    void twoAtOnce() {
        Office office = new Office();
        Aggregates<GroupPlanning> second = new Watched<>(office.plannings, () -> {
            if (office.groups.all().isEmpty()) {
                office.planningGroups.plan(Command.withId("first"), series(FIRST));
            }
        });

        assertThat(new PlanningAGroup(office.groups, second, office.sessions, () -> office.now)
                        .plan(Command.withId("second"), series(ANEW)))
                .isInstanceOf(Result.Refused.class);
        agree(office, FIRST);
    }

    @Test
    @DisplayName("L5 a planning is looked at when its hold is over, not a millisecond before, and until it is tidied")
    void deadline() {
        Office office = new Office();
        plan(office, 1, Command.withId("c"), FIRST);
        GroupPlanning open = office.plannings.find("g").orElseThrow().state();
        Instant until = office.now.plus(GroupPlanning.HOLD);

        assertThat(open.heldUntil()).isEqualTo(until);
        assertThat(open.visit(until.minusMillis(1))).isInstanceOf(Decision.Unchanged.class);
        assertThat(open.visit(until))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        a -> assertThat(((GroupPlanning) a.state()).heldUntil())
                                .isEqualTo(until.plus(GroupPlanning.HOLD)));
    }

    private static Office planned() {
        Office office = new Office();
        assertThat(office.planningGroups.plan(Command.withId("before"), series(FIRST)))
                .isInstanceOf(Result.Done.class);
        return office;
    }

    /** @return whether it got to its end */
    private static boolean plan(Office office, int writes, Command command, List<GroupSeries.Session> sessions) {
        assertThat(writes).isLessThan(MOST_WRITES);
        AtomicInteger left = new AtomicInteger(writes);
        Runnable falling = () -> {
            if (left.getAndDecrement() <= 0) {
                throw new Fell();
            }
        };
        Aggregates<Appointment> appointments = new Watched<>(office.appointments, falling);
        PlanningAGroup planning = new PlanningAGroup(
                new Watched<>(office.groups, falling),
                new Watched<>(office.plannings, falling),
                new BookingSessions(
                        appointments,
                        new BookingAnAppointment(
                                appointments, office.diary, office.claims, office.rules, () -> office.now),
                        new MovingAnAppointment(appointments, office.claims, office.rules, () -> office.now),
                        new CancellingAnAppointment(appointments, office.claims, () -> office.now),
                        office.rules,
                        () -> office.now),
                () -> office.now);
        try {
            planning.plan(command, series(sessions));
            return true;
        } catch (Fell fell) {
            return false;
        }
    }

    /** Every deadline has its visit, and what follows is heard of. */
    private static void afterAWhile(Office office) {
        for (int i = 0; i < 2; i++) {
            office.now = office.now.plus(GroupPlanning.HOLD);
            office.appointments
                    .all()
                    .forEach(a -> office.appointments.change(Office.command(), a.id(), s -> s.visit(office.now)));
            office.appointments.all().forEach(a -> office.following.follow(a.state(), "visited", null));
            office.plannings
                    .all()
                    .forEach(p -> office.plannings.change(Office.command(), p.id(), s -> s.visit(office.now)));
            office.planningGroups.tidy("g");
        }
    }

    private static void agree(Office office, List<GroupSeries.Session> sessions) {
        assertThat(office.appointments.all().stream().map(Stored::state).filter(a -> a.series() != null && a.isLive()))
                .allMatch(Appointment::isBooked)
                .extracting(a -> a.when().start())
                .containsExactlyInAnyOrderElementsOf(
                        sessions.stream().map(GroupSeries.Session::start).toList());
        assertThat(office.groups.all())
                .allSatisfy(g -> assertThat(g.state().sessions()).isEqualTo(sessions));
        assertThat(freeFor(office, sessions))
                .as("time that nobody has is free, and the sessions' is not")
                .isTrue();
    }

    /** Books all times of both plans for somebody else, but only looks. */
    private static boolean freeFor(Office office, List<GroupSeries.Session> sessions) {
        List<Instant> taken = sessions.stream().map(GroupSeries.Session::start).toList();
        for (String start : List.of("2026-03-03T10:00", "2026-03-04T10:00", "2026-03-10T10:00", "2026-03-17T10:00")) {
            String id = Office.command().id();
            boolean free = !(office.book(id, "someone-else", inside(start)) instanceof Result.Refused);
            if (free) {
                office.cancel(id, "It was only a look");
            }
            if (free == taken.contains(at(start))) {
                return false;
            }
        }
        return true;
    }

    private static Command later(Office office) {
        Command command = Office.command();
        return office.groups.find("g").map(g -> command.expecting(g.revision())).orElse(command);
    }

    private static GroupSeries series(List<GroupSeries.Session> sessions) {
        return new GroupSeries(
                "g", "Job readiness", SITE, "jail", Setting.JAIL, INSIDE, 8, sessions, List.of(), List.of(), List.of());
    }

    private static GroupSeries.Session session(String id, String start) {
        return new GroupSeries.Session(id, at(start), at(start).plus(Duration.ofHours(1)), List.of());
    }

    private static final class Fell extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does something before each write. */
    private record Watched<S>(Aggregates<S> kept, Runnable before) implements Aggregates<S> {

        @Override
        public Optional<Stored<S>> find(String id) {
            return kept.find(id);
        }

        @Override
        public Result<S> create(Command command, String id, Supplier<Decision<S>> decision) {
            before.run();
            return kept.create(command, id, decision);
        }

        @Override
        public Result<S> change(Command command, String id, Function<S, Decision<S>> decision) {
            before.run();
            return kept.change(command, id, decision);
        }

        @Override
        public Result<S> createOrChange(Command command, String id, Function<Optional<S>, Decision<S>> decision) {
            before.run();
            return kept.createOrChange(command, id, decision);
        }

        @Override
        public List<Stored<S>> where(String path, Object value, int limit) {
            return kept.where(path, value, limit);
        }
    }
}
