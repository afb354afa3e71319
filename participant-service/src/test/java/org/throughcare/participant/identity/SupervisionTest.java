package org.throughcare.participant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private static Supervision.Reporting weekly(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new Supervision.Reporting(
                UUID.randomUUID(), null, DayOfWeek.MONDAY, NINE, NINE.plusHours(1), from, until);
    }

    private static Supervision by(@Nullable LocalDate until, Supervision.Reporting... reporting) {
        return new Supervision(
                "J. Ortiz", "County Probation", new UUID(0, 4), "555-0100", null, MONDAY, until, List.of(reporting));
    }

    @Test
    @DisplayName("L14 a reporting time is on one day or every week, and ends after it begins")
    void faults() {
        assertThat(by(MONDAY, weekly(MONDAY, MONDAY)).fault()).isNull();
        assertThat(by(MONDAY.minusDays(1)).fault()).isNotNull();
        assertThat(by(null, weekly(MONDAY, MONDAY.minusDays(1))).fault()).isNotNull();
        assertThat(by(
                                null,
                                new Supervision.Reporting(
                                        new UUID(0, 1), MONDAY, DayOfWeek.MONDAY, NINE, NINE.plusHours(1), null, null))
                        .fault())
                .isNotNull();
        assertThat(by(null, new Supervision.Reporting(new UUID(0, 1), null, null, NINE, NINE.plusHours(1), null, null))
                        .fault())
                .isNotNull();
        assertThat(by(null, new Supervision.Reporting(new UUID(0, 1), MONDAY, null, NINE, NINE, null, null))
                        .fault())
                .isNotNull();
        Supervision.Reporting once = weekly(null, null);
        assertThat(by(null, once, once).fault()).isNotNull();
    }

    @Test
    @DisplayName("L14 announced are the times and the agency's id, never the officer or how to reach them")
    void announced() {
        ParticipantSnapshot.Supervised told =
                Objects.requireNonNull(ParticipantSnapshot.Supervised.of(by(null, weekly(null, null))));
        assertThat(told.toString()).doesNotContain("Ortiz", "555-0100", "County Probation");
        assertThat(told.reporting()).hasSize(1);
        assertThat(ParticipantSnapshot.Supervised.of(null)).isNull();
    }
}
