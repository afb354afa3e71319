package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar quarter, which reports are made for and outcomes measured in. */
public record Quarter(LocalDate firstDay) {

    private static final int MONTHS = 3;
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-Q([1-4])");

    public static Quarter of(LocalDate day) {
        return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
    }

    /** @param written as {@code 2026-Q2}; empty when it is written otherwise */
    public static Optional<Quarter> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Quarter(LocalDate.of(
                        Integer.parseInt(matcher.group(1)), 1 + MONTHS * (Integer.parseInt(matcher.group(2)) - 1), 1)))
                : Optional.empty();
    }

    /** The first is the quarter after the exit's own. */
    public static Quarter afterExit(LocalDate exit, int number) {
        return new Quarter(of(exit).firstDay().plusMonths((long) MONTHS * number));
    }

    public LocalDate lastDay() {
        return firstDay.plusMonths(MONTHS).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay());
    }

    @Override
    public String toString() {
        return firstDay.getYear() + "-Q" + firstDay.get(IsoFields.QUARTER_OF_YEAR);
    }
}
