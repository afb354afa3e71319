package org.throughcare.acceptance.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.NotAsExpected;
import tools.jackson.databind.JsonNode;

/** What the services say of the participant of one site, to the case manager and to the supervisor who asks for reports. */
final class SaidInSuite {

    /** Everything that any table has ahead. */
    private static final String FAR_AHEAD = "&withinDays=800";

    private static final int ENTRIES = 1000;

    private final CaseWork work;

    SaidInSuite(CaseWork work) {
        this.work = work;
    }

    String enrolment() {
        JsonNode is = work.participants().get(work.path() + "/enrolment").ok().json();
        JsonNode exit = is.path("exit");
        return String.join(
                ", ",
                text(is, "state"),
                "since " + text(is, "participationStart"),
                "ends " + text(is, "exitProjectedOn"),
                "warns " + text(is, "warnFrom"),
                "gap until " + text(is.path("gap"), "until"),
                "exit "
                        + (exit.isObject()
                                ? new Dates.Exit(
                                        text(exit, "kind"),
                                        day(exit, "on"),
                                        day(exit, "decidedOn"),
                                        exit.path("positive").asBoolean(false))
                                : ""),
                "check-ins "
                        + is.path("followUps")
                                .valueStream()
                                .map(SaidInSuite::checkIn)
                                .toList(),
                "followed up until " + text(is, "followUpEndsOn"));
    }

    private static Dates.CheckIn checkIn(JsonNode row) {
        return new Dates.CheckIn(
                row.path("month").asInt(0),
                day(row, "dueOn"),
                text(row, "doneOn").isEmpty() ? null : day(row, "doneOn"));
    }

    String plan() {
        Answer plan = work.participants().get(work.path() + "/plan");
        return "review due " + (plan.status() == 404 ? "" : text(plan.ok().json(), "reviewDueOn"));
    }

    List<String> exitAlert() {
        return report("exit-alert", "").stream()
                .map(row -> text(row, "exitProjectedOn") + " in "
                        + row.path("daysLeft").asLong(0) + " days"
                        + (row.path("nearExit").asBoolean(false) ? ", near" : "")
                        + (text(row, "plannedGapUntil").isEmpty() ? "" : ", gap until " + text(row, "plannedGapUntil")))
                .toList();
    }

    List<String> due() {
        return report("due", FAR_AHEAD).stream()
                .map(row -> text(row, "what") + " " + text(row, "dueOn") + late(row))
                .sorted()
                .toList();
    }

    List<String> followUps() {
        return report("follow-ups", FAR_AHEAD).stream()
                .map(row -> "month " + row.path("month").asInt(0) + " due " + text(row, "dueOn") + late(row) + ", exit "
                        + text(row, "exitOn") + ", until " + text(row, "followUpEndsOn"))
                .toList();
    }

    private static String late(JsonNode row) {
        return row.path("late").asBoolean(false) ? " late" : "";
    }

    /** Of a site with one participant. */
    String performance() {
        List<JsonNode> rows = report("performance", "");
        if (rows.size() != 1) {
            return rows.toString();
        }
        JsonNode row = rows.getFirst();
        return number(row, "released") + " released, " + number(row, "contactedAfterRelease") + " contacted after "
                + number(row, "daysToFirstContact") + " days, " + number(row, "servedAfterRelease") + " served after "
                + number(row, "daysToFirstService") + " days, " + number(row, "participating") + " participating, "
                + number(row, "exited") + " exited, " + number(row, "positiveExits") + " positive, "
                + number(row, "placed") + " placed, " + number(row, "followUpsDone") + " check-ins made, "
                + number(row, "followUpsLate") + " late";
    }

    List<String> tasks() {
        return work.scheduling().get("/participants/" + work.participant() + "/tasks").ok().rows().stream()
                .filter(row -> text(row, "kind").equals("FOLLOW_UP_CHECK_IN"))
                .map(row -> LocalDate.ofInstant(Instant.parse(text(row, "dueAt")), work.zone()) + " "
                        + text(row, "state")
                        + (text(row, "state").equals("OPEN")
                                        && row.path("overdue").asBoolean(false)
                                ? " late"
                                : ""))
                .toList();
    }

    /** By the trail, which has the day of the business clock. */
    Year.Announced announced() {
        List<JsonNode> entries = work.operator()
                .get("/operations/trails/" + work.participant() + "?limit=" + ENTRIES)
                .ok()
                .json()
                .path("journal")
                .valueStream()
                .toList();
        if (entries.size() == ENTRIES) {
            throw new NotAsExpected("the trail is longer than what was asked for");
        }
        return new Year.Announced(
                days(entries, each -> text(each, "event").equals("exit-warned")),
                days(entries, each -> text(each, "event").equals("exited")),
                days(entries, each -> text(each, "event").equals("plan-review-overdue")));
    }

    private List<LocalDate> days(List<JsonNode> entries, Predicate<JsonNode> those) {
        return entries.stream()
                .filter(those)
                .map(each -> LocalDate.ofInstant(Instant.parse(text(each, "time")), work.zone()))
                .sorted()
                .toList();
    }

    /** The only row of the site. */
    String pirl() {
        JsonNode layout = work.reports().get("/exports/pirl/schema").ok().json().path("elements");
        List<String> rows = work.reports()
                .get("/exports/pirl?site=" + work.site())
                .ok()
                .body()
                .lines()
                .toList();
        if (rows.size() != 1) {
            return rows.toString();
        }
        String[] values = rows.getFirst().split(",", -1);
        return "entry " + date(values, layout, "900") + ", exit " + date(values, layout, "901");
    }

    private static String date(String[] values, JsonNode layout, String element) {
        int column = layout.valueStream()
                .filter(each -> text(each, "number").equals(element))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("the layout has no element " + element))
                .path("column")
                .asInt(0);
        String value = values[column - 1].replace("\"", "");
        return value.isEmpty()
                ? ""
                : LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString();
    }

    private List<JsonNode> report(String name, String more) {
        return work.reports()
                .get("/reports/" + name + "?site=" + work.site() + more)
                .ok()
                .json()
                .path("rows")
                .valueStream()
                .toList();
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    private static String number(JsonNode row, String field) {
        return row.path(field).isNumber() ? Long.toString(row.path(field).asLong(0)) : "no";
    }

    private static LocalDate day(JsonNode row, String field) {
        return LocalDate.parse(text(row, field));
    }
}
