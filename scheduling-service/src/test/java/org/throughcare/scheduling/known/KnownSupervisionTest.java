package org.throughcare.scheduling.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;

class KnownSupervisionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private static KnownSupervision.Reporting weekly(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new KnownSupervision.Reporting(null, DayOfWeek.MONDAY, NINE, TEN, from, until);
    }

    private static boolean reports(KnownSupervision supervision, LocalDate date) {
        ZonedDateTime start = date.atTime(NINE).atZone(ZoneId.of("America/Chicago"));
        return supervision.reporting(start, start.plusMinutes(30)).isPresent();
    }

    @Test
    @DisplayName("L14 a weekly time falls on the first and last day of its validity, not a week before or after")
    void validity() {
        KnownSupervision supervision =
                new KnownSupervision(MONDAY, null, List.of(weekly(MONDAY.plusWeeks(1), MONDAY.plusWeeks(3))));
        assertThat(reports(supervision, MONDAY)).isFalse();
        assertThat(reports(supervision, MONDAY.plusWeeks(1))).isTrue();
        assertThat(reports(supervision, MONDAY.plusWeeks(3))).isTrue();
        assertThat(reports(supervision, MONDAY.plusWeeks(4))).isFalse();
        assertThat(reports(supervision, MONDAY.plusWeeks(1).plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("L14 nobody reports before the supervision begins or after it ends")
    void term() {
        KnownSupervision supervision = new KnownSupervision(MONDAY, MONDAY.plusWeeks(2), List.of(weekly(null, null)));
        assertThat(reports(supervision, MONDAY)).isTrue();
        assertThat(reports(supervision, MONDAY.minusWeeks(1))).isFalse();
        assertThat(reports(supervision, MONDAY.plusWeeks(2))).isTrue();
        assertThat(reports(supervision, MONDAY.plusWeeks(3))).isFalse();
    }

    @Test
    @DisplayName("L14 a time of one day is on that day alone, and a meeting over midnight meets it in the morning")
    void oneDay() {
        KnownSupervision.Reporting once =
                new KnownSupervision.Reporting(MONDAY.plusDays(1), null, LocalTime.MIDNIGHT, NINE, null, null);
        KnownSupervision supervision = new KnownSupervision(MONDAY, null, List.of(once));
        ZonedDateTime late = MONDAY.atTime(23, 30).atZone(ZoneId.of("America/Chicago"));
        assertThat(supervision.reporting(late, late.plusMinutes(30))).isEmpty();
        assertThat(supervision.reporting(late, late.plusMinutes(31))).isPresent();
        assertThat(supervision.reporting(late.plusDays(7), late.plusDays(7).plusHours(1)))
                .isEmpty();
    }

    @Test
    @DisplayName("L14 it is read from what participant-service announces, and a participant without any has none")
    void announced() {
        KnownParticipant supervised = Json.mapper().readValue("""
                {"id":"p","caseNumber":"K7M2-4","supervision":{"from":"2026-03-02","until":null,"recipient":null,
                 "reporting":[{"id":"r","on":null,"day":"MONDAY","begins":"09:00:00","ends":"10:00:00"}]}}""", KnownParticipant.class);
        ZonedDateTime nine = MONDAY.atTime(NINE).atZone(ZoneId.of("America/Chicago"));
        assertThat(supervised.reporting(nine, nine.plusMinutes(5))).isPresent();
        assertThat(Json.mapper()
                        .readValue("{\"id\":\"p\",\"caseNumber\":\"K7M2-4\"}", KnownParticipant.class)
                        .reporting(nine, nine.plusMinutes(5)))
                .isEmpty();
    }
}
