package org.throughcare.acceptance.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What file, plan, reports and tasks have to say of the dates of a table on a day, in the words of {@link SaidInSuite}. */
record SaidInTable(Dates dates, LocalDate today) {

    String enrolment() {
        return String.join(
                ", ",
                dates.exit == null ? "PARTICIPATING" : "EXITED",
                "since " + text(dates.began),
                "ends " + text(dates.endsOn),
                "warns " + text(dates.warnsOn),
                "gap until " + text(dates.gapUntil),
                "exit " + (dates.exit == null ? "" : dates.exit),
                "check-ins " + dates.checkIns,
                "followed up until " + text(dates.followedUpUntil));
    }

    String plan() {
        return "review due " + text(dates.reviewDueOn);
    }

    List<String> exitAlert() {
        LocalDate ends = dates.endsOn;
        return ends == null
                ? List.of()
                : List.of(ends + " in " + ChronoUnit.DAYS.between(today, ends) + " days"
                        + (today.isBefore(Objects.requireNonNull(dates.warnsOn)) ? "" : ", near")
                        + (dates.gapUntil == null ? "" : ", gap until " + dates.gapUntil));
    }

    List<String> due() {
        List<String> rows = new ArrayList<>();
        Stream.ofNullable(dates.reviewDueOn).map(on -> due("PLAN_REVIEW", on)).forEach(rows::add);
        Stream.ofNullable(dates.endsOn).map(on -> due("EXIT", on)).forEach(rows::add);
        dates.open().stream().map(each -> due("FOLLOW_UP", each.dueOn())).forEach(rows::add);
        return rows.stream().sorted().toList();
    }

    private String due(String what, LocalDate on) {
        return what + " " + on + late(on);
    }

    List<String> followUps() {
        return dates.open().stream()
                .map(each -> "month " + each.month() + " due " + each.dueOn() + late(each.dueOn()) + ", exit "
                        + Objects.requireNonNull(dates.exit).on() + ", until " + text(dates.followedUpUntil))
                .toList();
    }

    String performance() {
        Dates.Exit exit = dates.exit;
        return performance(
                dates.daysFromRelease,
                exit == null ? 1 : 0,
                exit == null ? 0 : 1,
                exit != null && exit.positive() ? 1 : 0,
                dates.placed ? 1 : 0,
                dates.checkIns.size() - dates.open().size(),
                (int) dates.open().stream()
                        .filter(each -> each.dueOn().isBefore(today))
                        .count());
    }

    static String performance(
            int daysFromRelease, int participating, int exited, int positive, int placed, int made, int late) {
        return "1 released, 1 contacted after " + daysFromRelease + " days, 1 served after " + daysFromRelease
                + " days, "
                + participating + " participating, " + exited + " exited, " + positive + " positive, " + placed
                + " placed, " + made + " check-ins made, " + late + " late";
    }

    List<String> tasks() {
        return dates.checkIns.stream()
                .map(each -> each.dueOn() + (each.doneOn() == null ? " OPEN" + late(each.dueOn()) : " DONE"))
                .toList();
    }

    static String pirl(Dates dates) {
        return "entry " + text(dates.began) + ", exit " + (dates.exit == null ? "" : dates.exit.on());
    }

    private String late(LocalDate on) {
        return on.isBefore(today) ? " late" : "";
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
