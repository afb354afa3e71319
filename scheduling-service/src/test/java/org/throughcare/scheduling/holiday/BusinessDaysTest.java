package org.throughcare.scheduling.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    private final FederalHolidays federal = new FederalHolidays();
    private final BusinessDays days = new BusinessDays(federal);

    @Test
    @DisplayName("L15 two business days after a Friday is Tuesday, after a Wednesday Friday")
    void weekends() {
        assertThat(days.after(LocalDate.of(2026, 3, 6), 2)).isEqualTo("2026-03-10");
        assertThat(days.after(LocalDate.of(2026, 3, 4), 2)).isEqualTo("2026-03-06");
        assertThat(days.after(LocalDate.of(2026, 3, 7), 2)).isEqualTo("2026-03-10");
    }

    @Test
    @DisplayName("L15 federal holidays do not count: Thanksgiving, and Independence Day on the Friday it is observed")
    void holidays() {
        assertThat(days.after(LocalDate.of(2026, 11, 25), 2)).isEqualTo("2026-11-30");
        assertThat(days.after(LocalDate.of(2026, 7, 2), 2)).isEqualTo("2026-07-07");
    }

    @Test
    @DisplayName("L15 New Year's Day on a Saturday is observed the Friday before, on a Sunday the Monday after")
    void newYear() {
        assertThat(federal.test(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(federal.test(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(federal.test(LocalDate.of(2023, 1, 2))).isTrue();
    }

    @Test
    @DisplayName("L15 the eleven federal holidays of 2026 and no other weekday")
    void allOf2026() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .filter(federal)
                        .map(LocalDate::toString))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25");
    }
}
