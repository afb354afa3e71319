package org.throughcare.participant.reports.hud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.CaseManagementMeasure;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.Quarter;

/**
 * The quarterly measure of the Choice Neighborhoods data dictionary: original assisted residents in case management (H2, HUD training).
 * In are those with an individual plan, those who were assessed, and members of a family who took part in its plan within the
 * quarter. Someone with a plan or an assessment has lapsed when nobody met them face to face in the quarter, or when they were not
 * assessed again in time (H3); whether they still count is the policy's. Taking part in the family plan in the quarter needs neither:
 * it is itself what the quarter asks for. Each person counts once, however often the roster has them.
 */
public final class HudQuarter {

    /** Why a person counts. */
    public enum Ground {
        INDIVIDUAL_PLAN,
        FAMILY_PLAN,
        ASSESSED,
        NONE
    }

    /**
     * @param counted false on all but the first of several places on the roster that are one person
     * @param lapsed has a plan or an assessment, but fell out of active case management (H3)
     */
    public record Row(
            String site,
            String resident,
            String participant,
            String caseNumber,
            String name,
            boolean counted,
            boolean inCaseManagement,
            Ground ground,
            boolean lapsed,
            String why) {}

    /**
     * @param asOf the quarter's last day, or today while it is not over
     * @param residents places on the roster
     * @param total persons; those in and those not in are this many
     */
    public record Measure(
            String site,
            String quarter,
            LocalDate from,
            LocalDate until,
            LocalDate asOf,
            LocalDate rosterOf,
            int residents,
            int total,
            int inCaseManagement,
            int notInCaseManagement,
            List<Row> rows) {}

    private final Quarter quarter;
    private final LocalDate asOf;
    private final CaseManagementMeasure policy;

    /** @param today a day in the quarter or after it */
    public HudQuarter(Quarter quarter, LocalDate today, CaseManagementMeasure policy) {
        this.quarter = quarter;
        this.asOf = today.isBefore(quarter.lastDay()) ? today : quarter.lastDay();
        this.policy = policy;
    }

    public Measure of(Known.Site site, ResidentRoster roster, HudSources.Residents known) {
        String siteName = site.name() == null ? site.id() : site.name();
        Map<String, String> firstPlace = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (ResidentRoster.Resident each : roster.residents()) {
            String participant = standing(each, known);
            String person = participant == null ? "resident " + each.id() : participant;
            String before = firstPlace.putIfAbsent(person, each.id());
            Involvement involvement = involvement(each, participant, known);
            Known.Person found = participant == null ? null : known.people().get(participant);
            rows.add(row(siteName, each, participant, found, before, involvement));
        }
        int total = firstPlace.size();
        int in = (int) rows.stream().filter(Row::inCaseManagement).count();
        return new Measure(
                siteName,
                quarter.toString(),
                quarter.firstDay(),
                quarter.lastDay(),
                asOf,
                roster.on(),
                roster.residents().size(),
                total,
                in,
                total - in,
                rows);
    }

    private static @Nullable String standing(ResidentRoster.Resident resident, HudSources.Residents known) {
        String participant = resident.participant();
        return participant == null ? null : known.recordOf().getOrDefault(participant, participant);
    }

    private static Involvement involvement(
            ResidentRoster.Resident resident, @Nullable String participant, HudSources.Residents known) {
        Involvement asResident = known.residents().getOrDefault(resident.id(), Involvement.none());
        return participant == null
                ? asResident
                : known.involvement()
                        .getOrDefault(participant, Involvement.none())
                        .and(asResident);
    }

    private Row row(
            String site,
            ResidentRoster.Resident resident,
            @Nullable String participant,
            Known.@Nullable Person person,
            @Nullable String before,
            Involvement i) {
        String id = participant == null ? "" : participant;
        String caseNumber = person == null ? "" : Objects.requireNonNullElse(person.caseNumber(), "");
        String name = person == null ? "" : person.fullName();
        if (before != null) {
            return new Row(
                    site,
                    resident.id(),
                    id,
                    caseNumber,
                    name,
                    false,
                    false,
                    Ground.NONE,
                    false,
                    "Is the same person as resident " + before + " and counts there.");
        }
        Standing standing = standing(i, participant != null);
        return new Row(
                site,
                resident.id(),
                id,
                caseNumber,
                name,
                true,
                standing.ground() != Ground.NONE,
                standing.ground(),
                standing.lapsed(),
                standing.why());
    }

    private record Standing(Ground ground, boolean lapsed, String why) {}

    private Standing standing(Involvement i, boolean participant) {
        LocalDate planSince = i.planSince();
        boolean planned = planSince != null && !planSince.isAfter(asOf);
        LocalDate assessed = i.assessedOn().floor(asOf);
        LocalDate tookPart = inQuarter(i.tookPartOn());
        if (planned || assessed != null) {
            String has = planned ? "Has an individual plan since " + planSince : "Was assessed on " + assessed;
            String lapse = lapse(i, assessed);
            if (lapse.isEmpty()) {
                return new Standing(
                        planned ? Ground.INDIVIDUAL_PLAN : Ground.ASSESSED,
                        false,
                        has + ", was met face to face on " + inQuarter(i.metOn()) + " and last assessed on " + assessed
                                + ".");
            }
            if (policy.lapsedCount()) {
                return new Standing(
                        planned ? Ground.INDIVIDUAL_PLAN : Ground.ASSESSED,
                        true,
                        has + "; has lapsed (" + lapse + ") and counts all the same by the policy.");
            }
            return tookPart == null
                    ? new Standing(Ground.NONE, true, has + ", but has lapsed: " + lapse + ".")
                    : new Standing(
                            Ground.FAMILY_PLAN,
                            true,
                            tookPart(tookPart) + " The individual work has lapsed: " + lapse + ".");
        }
        if (tookPart != null) {
            return new Standing(Ground.FAMILY_PLAN, false, tookPart(tookPart));
        }
        LocalDate earlier = i.tookPartOn().floor(asOf);
        String family = earlier == null
                ? "took no part in a family plan"
                : "took part in a family plan last on " + earlier + ", before the quarter";
        return new Standing(
                Ground.NONE,
                false,
                participant
                        ? "Has no individual plan, was not assessed and " + family + "."
                        : "Is linked to no participant and " + family + ".");
    }

    private static String tookPart(LocalDate on) {
        return "Took part in the family plan, last on " + on + ".";
    }

    /** In words; empty for active case management (H3). */
    private String lapse(Involvement i, @Nullable LocalDate assessed) {
        List<String> why = new ArrayList<>();
        if (inQuarter(i.metOn()) == null) {
            LocalDate last = i.metOn().floor(asOf);
            why.add("not met face to face in the quarter" + (last == null ? "" : ", last on " + last));
        }
        if (assessed == null
                || assessed.plusMonths(policy.reassessEveryMonths()).isBefore(asOf)) {
            why.add(
                    assessed == null
                            ? "never assessed"
                            : "not assessed again within " + policy.reassessEveryMonths() + " months of " + assessed);
        }
        return String.join("; ", why);
    }

    /** The last of these days in the quarter so far. */
    private @Nullable LocalDate inQuarter(NavigableSet<LocalDate> days) {
        LocalDate last = days.floor(asOf);
        return last == null || last.isBefore(quarter.firstDay()) ? null : last;
    }
}
