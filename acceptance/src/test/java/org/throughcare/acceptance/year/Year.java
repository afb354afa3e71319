package org.throughcare.acceptance.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.throughcare.acceptance.client.NotAsExpected;

/**
 * One participant's year as a table. A line is a day: what is done on its evening, then what has changed of the dates by then; what a
 * line does not say is as it was. The whole of it is compared with what the suite says on every line, also on those that say nothing.
 */
final class Year {

    /** In the evening at all sites, when in UTC it is the next day already. */
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    record Line(LocalDate day, List<Consumer<CaseWork>> doings, Dates dates) {}

    /** On which days, in order, the suite said so. */
    record Announced(List<LocalDate> warned, List<LocalDate> exited, List<LocalDate> reviewsOverdue) {}

    final String site;
    final ZoneId zone;
    final String programme;
    final String fundSource;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private Announced announced = new Announced(List.of(), List.of(), List.of());
    private boolean brokenOff;
    private boolean over;

    private Year(String site, ZoneId zone, String programme, String fundSource) {
        this.site = site;
        this.zone = zone;
        this.programme = programme;
        this.fundSource = fundSource;
    }

    static Year at(String site, String zone, String programme, String fundSource) {
        return new Year(site, ZoneId.of(zone), programme, fundSource);
    }

    Year on(LocalDate day) {
        Dates dates = lines.isEmpty() ? new Dates() : lines.getLast().dates().copy();
        lines.add(new Line(day, new ArrayList<>(), dates));
        return this;
    }

    /** With a case, and on record as released. */
    Year takenIn(LocalDate released, int daysAgo) {
        now().began = today();
        now().daysFromRelease = daysAgo;
        return does(work -> work.takeIn(released));
    }

    /** Found eligible, and enrolled. */
    Year enrols() {
        return does(CaseWork::enrol);
    }

    /** All four parts. */
    Year assessed() {
        return does(CaseWork::assess);
    }

    /** On record and proven by a signed note, today. */
    Year given(String code) {
        return entered(code).proven(code);
    }

    /** As it is done so near the exit: whoever is searched for is met first, and the service has its justification. */
    Year givenNearExit(String code, String justification) {
        return does(CaseWork::meet)
                .does(work -> work.enter(code, null, justification))
                .proven(code);
    }

    /** On record, and nothing proves it yet. */
    Year entered(String code) {
        return does(work -> work.enter(code, null, null));
    }

    Year entered(String code, LocalDate until) {
        return does(work -> work.enter(code, until, null));
    }

    /** By a note of today. */
    Year proven(String code) {
        return does(work -> work.prove(code));
    }

    Year ended(String code) {
        return does(work -> work.end(code));
    }

    /** Is refused, by this rule, and changes nothing. */
    Year refused(String rule, String code) {
        return does(work -> work.refused(rule, code));
    }

    /** With one goal. */
    Year plans() {
        return does(CaseWork::plan);
    }

    Year plansAnotherGoal() {
        return does(CaseWork::planAnotherGoal);
    }

    Year reviewsPlan() {
        return does(CaseWork::review);
    }

    Year plansGap(LocalDate from, LocalDate until, String expected) {
        now().gapUntil = until;
        return does(work -> work.planGap(from, until, expected));
    }

    Year noGap() {
        now().gapUntil = null;
        return this;
    }

    Year needsTraining(LocalDate interviewed) {
        return does(work -> work.determineNeedOfTraining(interviewed));
    }

    Year findsJob(LocalDate startedOn) {
        now().placed = true;
        return does(work -> work.place(startedOn));
    }

    Year followedUpLighter(int forMonths) {
        return does(work -> work.followUpLighter(forMonths));
    }

    Year checksIn(int month) {
        LocalDate today = today();
        now().checkIns.replaceAll(each -> each.month() == month ? new Dates.CheckIn(month, each.dueOn(), today) : each);
        return does(work -> work.checkIn(month));
    }

    Year endsOn(LocalDate day) {
        now().endsOn = day;
        return this;
    }

    Year warnsOn(LocalDate day) {
        now().warnsOn = day;
        return this;
    }

    Year reviewDueOn(LocalDate day) {
        now().reviewDueOn = day;
        return this;
    }

    /** Decided today, by the clock or by a job. */
    Year exits(String kind, LocalDate datedTo, boolean positive) {
        now().exit = new Dates.Exit(kind, datedTo, today(), positive);
        now().endsOn = null;
        now().warnsOn = null;
        now().gapUntil = null;
        return this;
    }

    Year checkInDue(int month, LocalDate on) {
        now().checkIns.add(new Dates.CheckIn(month, on, null));
        return this;
    }

    Year followedUpUntil(LocalDate day) {
        now().followedUpUntil = day;
        return this;
    }

    /** Of the whole year. */
    Year announced(List<LocalDate> warned, List<LocalDate> exited, List<LocalDate> reviewsOverdue) {
        announced = new Announced(warned, exited, reviewsOverdue);
        return this;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Instant evening(Line line) {
        return line.day().atTime(EVENING).atZone(zone).toInstant();
    }

    /** A line that cannot be done breaks this year off; the other years go on. */
    void play(Line line, CaseWork work) {
        attempt(line.day().toString(), () -> {
            work.on(line.day());
            if (!line.doings().isEmpty()) {
                line.doings().forEach(each -> each.accept(work));
                work.rest();
            }
            compare(line.day().toString(), new SaidInSuite(work), new SaidInTable(line.dates(), line.day()));
        });
    }

    void playEnd(CaseWork work) {
        Dates dates = lines.getLast().dates();
        attempt("at the end", () -> {
            SaidInSuite suite = new SaidInSuite(work);
            differ("at the end", "announced", announced, suite.announced());
            differ("at the end", "PIRL", SaidInTable.pirl(dates), suite.pirl());
            over = true;
        });
    }

    private void attempt(String when, Runnable what) {
        if (brokenOff) {
            return;
        }
        try {
            what.run();
        } catch (NotAsExpected reason) {
            brokenOff = true;
            disagreements.add(when + ", and there it broke off: " + reason.getMessage());
        }
    }

    private void compare(String when, SaidInSuite suite, SaidInTable table) {
        differ(when, "enrolment", table.enrolment(), suite.enrolment());
        differ(when, "plan", table.plan(), suite.plan());
        differ(when, "exit alert", table.exitAlert(), suite.exitAlert());
        differ(when, "due", table.due(), suite.due());
        differ(when, "follow-ups", table.followUps(), suite.followUps());
        differ(when, "performance", table.performance(), suite.performance());
        differ(when, "tasks", table.tasks(), suite.tasks());
    }

    private void differ(String when, String where, Object byHand, Object said) {
        if (!byHand.toString().equals(said.toString())) {
            disagreements.add(when + ", " + where + ": by hand " + byHand + ", in the suite " + said);
        }
    }

    /** Between the table and the suite; that it was not lived to its end is one, too. */
    List<String> disagreements() {
        return Stream.concat(disagreements.stream(), over ? Stream.empty() : Stream.of("not lived to its end"))
                .toList();
    }

    private Year does(Consumer<CaseWork> what) {
        lines.getLast().doings().add(what);
        return this;
    }

    private LocalDate today() {
        return lines.getLast().day();
    }

    private Dates now() {
        return lines.getLast().dates();
    }
}
