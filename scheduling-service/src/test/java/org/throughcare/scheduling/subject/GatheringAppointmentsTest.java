package org.throughcare.scheduling.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.subject.Cut;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.Setting;

class GatheringAppointmentsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T15:00:00Z");

    private static HeldInScheduling gathered(Held<GroupSeries> groups, String... ids) {
        return new GatheringAppointments(
                        new GatheringAppointments.Shelves(
                                of -> new Held<>(List.of(), true),
                                of -> new Held<>(List.of(), true),
                                of -> new Held<>(List.of(), true),
                                of -> groups),
                        of -> new Held<>(List.of(), true),
                        new BusinessClock())
                .gather(List.of(ids));
    }

    private static GroupSeries group() {
        return new GroupSeries(
                "g1",
                "Job readiness",
                "s1",
                null,
                Setting.JAIL,
                "w1",
                2,
                List.of(
                        new GroupSeries.Session(
                                "one",
                                TEN,
                                TEN.plusSeconds(3600),
                                List.of(new GroupSeries.Presence("ann", true), new GroupSeries.Presence("bob", false))),
                        new GroupSeries.Session(
                                "two",
                                TEN.plusSeconds(7200),
                                TEN.plusSeconds(9000),
                                List.of(new GroupSeries.Presence("bob", true)))),
                List.of(new GroupSeries.Seat("ann", TEN, null), new GroupSeries.Seat("bob", TEN, null)),
                List.of(new GroupSeries.Waiting("eve", TEN, GroupSeries.Priority.NONE, null, null)),
                List.of(new GroupSeries.Former("ann-before", TEN, null)));
    }

    @Test
    @DisplayName(
            "L5 of a group: own seat, own attendance, under every id of the person; of nobody else as much as an id")
    void ownPlaceAlone() {
        HeldInScheduling held = gathered(new Held<>(List.of(group()), true), "ann", "ann-before");

        assertThat(held.groups()).singleElement().satisfies(in -> {
            assertThat(in.seats()).extracting(GroupSeries.Seat::id).containsExactly("ann");
            assertThat(in.former()).extracting(GroupSeries.Former::id).containsExactly("ann-before");
            assertThat(in.waiting()).isEmpty();
            assertThat(in.sessions()).containsExactly(new InGroup.Session("one", TEN, TEN.plusSeconds(3600), true));
        });
        assertThat(Json.mapper().writeValueAsString(held)).doesNotContain("bob").doesNotContain("eve");
        assertThat(held.cut()).isEmpty();
    }

    @Test
    @DisplayName("a bound that was reached is said")
    void bound() {
        assertThat(gathered(new Held<>(List.of(group()), false), "ann").cut()).containsExactly(new Cut("groups", 1));
    }
}
