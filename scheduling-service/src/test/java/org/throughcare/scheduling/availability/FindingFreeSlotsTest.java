package org.throughcare.scheduling.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.availability.WorkerAvailability.DayException;
import org.throughcare.scheduling.availability.WorkerAvailability.Spot;
import org.throughcare.scheduling.availability.WorkerAvailability.WeeklyBlock;
import org.throughcare.scheduling.known.Setting;

class FindingFreeSlotsTest {

    private static final Spot JAIL = new Spot(Setting.JAIL, SITE, "jail", CHICAGO);
    private static final Spot CENTER = new Spot(Setting.COMMUNITY, SITE, "center", CHICAGO);

    private final Office office = new Office();

    @Test
    @DisplayName("L8 hours are by weekday and place: the jail on Tuesday, the centre on Thursday")
    void byWeekdayAndPlace() {
        set(
                List.of(
                        block(DayOfWeek.TUESDAY, "09:00", "10:00", JAIL, false),
                        block(DayOfWeek.THURSDAY, "13:00", "14:00", CENTER, false)),
                List.of());

        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", null))
                .extracting(FreeSlot::start)
                .containsExactly(
                        at("2026-03-03T09:00"), at("2026-03-03T09:30"), at("2026-03-05T13:00"), at("2026-03-05T13:30"));
        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", Setting.COMMUNITY))
                .extracting(s -> s.spot().place())
                .containsOnly("center");
    }

    @Test
    @DisplayName("L8 drop-in hours are shown whole and never cut into appointments")
    void dropIn() {
        set(List.of(block(DayOfWeek.TUESDAY, "09:00", "12:00", CENTER, true)), List.of());

        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", null))
                .containsExactly(new FreeSlot(at("2026-03-03T09:00"), at("2026-03-03T12:00"), CENTER, true));
    }

    @Test
    @DisplayName("L8 a day off takes the hours away, extra hours add some, a worker without a pattern has only those")
    void exceptions() {
        set(
                List.of(block(DayOfWeek.TUESDAY, "09:00", "11:00", JAIL, false)),
                List.of(
                        exception("2026-03-03", "09:00", "10:30", false),
                        exception("2026-03-04", "15:00", "15:30", true)));
        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", null))
                .extracting(FreeSlot::start)
                .containsExactly(at("2026-03-03T10:30"), at("2026-03-04T15:00"));

        set(List.of(), List.of(exception("2026-03-04", "15:00", "15:30", true)));
        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", null))
                .extracting(FreeSlot::start)
                .containsExactly(at("2026-03-04T15:00"));
    }

    @Test
    @DisplayName("L8 booked time is not free, and what is left is offered from its end on")
    void booked() {
        set(List.of(block(DayOfWeek.TUESDAY, "09:00", "11:00", JAIL, false)), List.of());
        office.book("a", inside("2026-03-03T09:15"));

        assertThat(free("2026-03-02T00:00", "2026-03-09T00:00", null))
                .extracting(FreeSlot::start)
                .containsExactly(at("2026-03-03T09:45"), at("2026-03-03T10:15"));
    }

    @Test
    @DisplayName("L8 the night clocks go forward a block from 1 to 4 has two hours, the night they go back four")
    void clocksChange() {
        List<WeeklyBlock> night = List.of(block(DayOfWeek.SUNDAY, "01:00", "04:00", CENTER, false));

        assertThat(hours(night, "2026-03-01T00:00")).isEqualTo(Duration.ofHours(3));
        assertThat(hours(night, "2026-03-08T00:00")).isEqualTo(Duration.ofHours(2));
        assertThat(hours(night, "2026-11-01T00:00")).isEqualTo(Duration.ofHours(4));
    }

    @Test
    @DisplayName("L8 a block within the hour that spring leaves out does not exist that day")
    void leftOut() {
        assertThat(hours(List.of(block(DayOfWeek.SUNDAY, "02:00", "03:00", CENTER, false)), "2026-03-08T00:00"))
                .isZero();
    }

    @Test
    @DisplayName("L8 nine in the morning stays nine in the morning across the change, in the zone of the place")
    void wallClock() {
        ZoneId phoenix = ZoneId.of("America/Phoenix");
        List<WeeklyBlock> mornings = List.of(
                block(DayOfWeek.MONDAY, "09:00", "09:30", CENTER, false),
                block(DayOfWeek.MONDAY, "09:00", "09:30", new Spot(Setting.VIRTUAL, null, null, phoenix), false));
        set(mornings, List.of());

        List<FreeSlot> before = free("2026-03-02T00:00", "2026-03-03T00:00", null);
        List<FreeSlot> after = free("2026-03-09T00:00", "2026-03-10T00:00", null);
        assertThat(before)
                .extracting(FreeSlot::start)
                .containsExactly(Instant.parse("2026-03-02T15:00:00Z"), Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(after)
                .extracting(FreeSlot::start)
                .containsExactly(Instant.parse("2026-03-09T14:00:00Z"), Instant.parse("2026-03-09T16:00:00Z"));
    }

    @Test
    @DisplayName("L8 a block that ends when it starts is refused with its place in the list")
    void emptyBlock() {
        assertThat(WorkerAvailability.set(
                        Optional.empty(),
                        new WorkerAvailability(
                                INSIDE, List.of(block(DayOfWeek.MONDAY, "09:00", "09:00", JAIL, false)), List.of())))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        r -> assertThat(r.refusal().field()).isEqualTo("pattern.0.to"));
    }

    private Duration hours(List<WeeklyBlock> pattern, String day) {
        set(pattern, List.of());
        return free(day, LocalDate.parse(day.substring(0, 10)).plusDays(1) + "T00:00", null).stream()
                .map(s -> Duration.between(s.start(), s.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Command asSeen() {
        Command command = Office.command();
        return office.availability
                .find(INSIDE)
                .map(is -> command.expecting(is.revision()))
                .orElse(command);
    }

    private void set(List<WeeklyBlock> pattern, List<DayException> exceptions) {
        new SettingAvailability(office.availability).set(asSeen(), new WorkerAvailability(INSIDE, pattern, exceptions));
    }

    private List<FreeSlot> free(String from, String to, @Nullable Setting setting) {
        return office.slots.find(
                new FindingFreeSlots.Wanted(INSIDE, at(from), at(to), Duration.ofMinutes(30), setting));
    }

    private static WeeklyBlock block(DayOfWeek day, String from, String to, Spot spot, boolean dropIn) {
        return new WeeklyBlock(
                Command.derived(day.name(), from, spot.toString()).toString(),
                day,
                LocalTime.parse(from),
                LocalTime.parse(to),
                spot,
                dropIn);
    }

    private static DayException exception(String on, String from, String to, boolean available) {
        return new DayException(
                on + from, LocalDate.parse(on), LocalTime.parse(from), LocalTime.parse(to), available, JAIL, null);
    }
}
