package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** A calendar quarter. The exit quarter decides which quarters the outcomes are measured in. */
record Quarter(LocalDate firstDay) {

    private static final int MONTHS = 3;

    static Quarter of(LocalDate day) {
        return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
    }

    /** The first is the quarter after the exit's own. */
    static Quarter afterExit(LocalDate exit, int number) {
        return new Quarter(of(exit).firstDay().plusMonths((long) MONTHS * number));
    }

    LocalDate lastDay() {
        return firstDay.plusMonths(MONTHS).minusDays(1);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay());
    }
}
