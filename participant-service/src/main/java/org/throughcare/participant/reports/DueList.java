package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/**
 * All that is due or overdue, in one list: plan reviews (Y6), exits (Y11), check-ins after exit (N8, Y12), handovers (L7), introductions
 * (L18) and contact cards (L15) before a release, jail clearances (L12) and releases of information (C7) that run out. Meetings and
 * contacts are the scheduling's and the notes' lists.
 */
public final class DueList {

    /** What is due. */
    public enum What {
        PLAN_REVIEW,
        EXIT,
        FOLLOW_UP,
        HANDOVER,
        INTRODUCTION,
        CONTACT_CARD,
        CLEARANCE,
        CONSENT
    }

    /**
     * @param participant empty where it is about a staff member
     * @param dueOn null when the day on which it ran out is not known any more
     * @param daysLeft less than 0 when it is late
     */
    public record Row(
            String site,
            What what,
            String participant,
            String caseNumber,
            String name,
            String worker,
            @Nullable LocalDate dueOn,
            @Nullable Long daysLeft,
            boolean late,
            String why) {}

    /**
     * @param worker whose caseload; null for all
     * @param introductionTarget introductions wanted before a release under TRANSITION or MIXED
     */
    public record Asked(@Nullable String worker, LocalDate until, int introductionTarget, LocalDate today) {}

    public static final Comparator<Row> ORDER = Comparator.comparing(
                    Row::dueOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Row::what)
            .thenComparing(Row::caseNumber)
            .thenComparing(Row::worker);

    private final Roster roster;
    private final Asked asked;

    private DueList(Known known, Asked asked) {
        this.roster = new Roster(known);
        this.asked = asked;
    }

    /** What is due for people. */
    public static List<Row> rows(Known known, Asked asked) {
        DueList list = new DueList(known, asked);
        List<Row> rows = new ArrayList<>();
        known.plans().forEach(p -> list.review(p).ifPresent(rows::add));
        known.participations().forEach(e -> {
            list.exit(e).ifPresent(rows::add);
            list.followUps(e, rows);
        });
        known.cases().forEach(c -> list.handover(c).ifPresent(rows::add));
        known.custodies().forEach(c -> list.beforeRelease(c, rows));
        known.consents().forEach(c -> list.consent(c).ifPresent(rows::add));
        return rows.stream()
                .filter(r -> asked.worker() == null || asked.worker().equals(list.roster.primary(r.participant())))
                .sorted(ORDER)
                .toList();
    }

    /** What is due for the staff of the site, once however many pages of people there are. */
    public static List<Row> staff(Known.Site site, List<Known.Staff> staff, Asked asked) {
        Known known =
                new Known(site, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), staff);
        DueList list = new DueList(known, asked);
        return staff.stream()
                .filter(s -> asked.worker() == null || asked.worker().equals(s.id()))
                .filter(s -> !Boolean.FALSE.equals(s.active()))
                .flatMap(s -> list.clearance(s).stream())
                .sorted(ORDER)
                .toList();
    }

    private Optional<Row> review(Known.Plan plan) {
        return due(plan.reviewDueOn())
                .map(on -> row(
                        What.PLAN_REVIEW,
                        plan.participant(),
                        on,
                        "The plan is reviewed by " + on + at(on, ", which has passed") + "."));
    }

    private Optional<Row> exit(Known.Participation e) {
        EnrolmentSnapshot.LastService last = e.lastService();
        return due(e.exitProjectedOn())
                .map(on -> row(
                        What.EXIT,
                        e.participant(),
                        on,
                        "Without another qualifying service before " + on + " the participation ends; "
                                + (last == null
                                        ? "none is on record."
                                        : "the last was " + last.name() + " on " + last.on() + ".")));
    }

    private void followUps(Known.Participation e, List<Row> rows) {
        EnrolmentSnapshot.Ended exit = e.exit();
        if (exit == null) {
            return;
        }
        for (EnrolmentSnapshot.CheckIn each : e.followUps()) {
            if (each.doneOn() == null) {
                due(each.dueOn())
                        .ifPresent(on -> rows.add(row(
                                What.FOLLOW_UP,
                                e.participant(),
                                on,
                                "The check-in of month " + each.month() + " after the exit of " + exit.on()
                                        + " is not made.")));
            }
        }
    }

    private Optional<Row> handover(Known.CaseFile file) {
        Known.Handover handover = file.handover();
        if (!file.open() || handover == null) {
            return Optional.empty();
        }
        String state = handover.state();
        if (!"OPEN".equals(state) && !"LATE".equals(state)) {
            return Optional.empty();
        }
        return due(handover.dueOn())
                .map(on -> row(
                        What.HANDOVER,
                        file.participant(),
                        on,
                        "The handover is to be accepted by " + on + " and is " + state + "."));
    }

    private void beforeRelease(Known.Custody custody, List<Row> rows) {
        LocalDate release = custody.projectedRelease();
        Known.CaseFile file = roster.caseOf(custody.participant()).orElse(null);
        if (release == null || "RELEASED".equals(custody.population()) || file == null || !file.open()) {
            return;
        }
        introductions(file, release).ifPresent(rows::add);
        if (file.contactCardGivenOn() == null) {
            due(release)
                    .ifPresent(on -> rows.add(row(
                            What.CONTACT_CARD,
                            custody.participant(),
                            on,
                            "The release is expected on " + on + " and the contact card was not handed over.")));
        }
    }

    /** Due on the day by which policy wants them; of a case that was announced before it said so, on the day of the release. */
    private Optional<Row> introductions(Known.CaseFile file, LocalDate release) {
        List<Known.Introduction> made = file.introductions();
        int introduced = made == null ? 0 : made.size();
        String model = file.staffingModel();
        boolean wanted = "TRANSITION".equals(model) || "MIXED".equals(model);
        LocalDate by = file.introductionsDueOn();
        return wanted && introduced < asked.introductionTarget()
                ? due(by == null ? release : by)
                        .map(on -> row(
                                What.INTRODUCTION,
                                file.participant(),
                                on,
                                "The release is expected on " + release + "; " + introduced + " of "
                                        + asked.introductionTarget() + " introductions to staff outside are made"
                                        + at(on, ", and they were wanted by " + on) + "."))
                : Optional.empty();
    }

    private Optional<Row> consent(Known.Consent consent) {
        return "IN_FORCE".equals(consent.state())
                ? due(consent.expiresOn())
                        .map(on -> row(
                                What.CONSENT,
                                consent.participant(),
                                on,
                                "The release of information to " + consent.recipientName() + " stands until " + on
                                        + at(on, " and has run out") + "."))
                : Optional.empty();
    }

    private Optional<Row> clearance(Known.Staff staff) {
        Known.Clearance clearance = staff.clearance();
        if (clearance == null) {
            return Optional.empty();
        }
        if ("EXPIRED".equals(clearance.state())) {
            return Optional.of(new Row(
                    roster.siteName(),
                    What.CLEARANCE,
                    "",
                    "",
                    "",
                    roster.workerName(staff.id()),
                    null,
                    null,
                    true,
                    "The jail clearance has run out; nobody without one can be booked into a jail."));
        }
        return "VALID".equals(clearance.state())
                ? due(clearance.validUntil())
                        .map(on -> new Row(
                                roster.siteName(),
                                What.CLEARANCE,
                                "",
                                "",
                                "",
                                roster.workerName(staff.id()),
                                on,
                                left(on),
                                late(on),
                                "The jail clearance holds until " + on + "."))
                : Optional.empty();
    }

    private Optional<LocalDate> due(@Nullable LocalDate on) {
        return Optional.ofNullable(on).filter(day -> !day.isAfter(asked.until()));
    }

    private long left(LocalDate on) {
        return ChronoUnit.DAYS.between(asked.today(), on);
    }

    private boolean late(LocalDate on) {
        return on.isBefore(asked.today());
    }

    private String at(LocalDate on, String whenLate) {
        return late(on) ? whenLate : "";
    }

    private Row row(What what, String participant, LocalDate on, String why) {
        return new Row(
                roster.siteName(),
                what,
                participant,
                roster.caseNumber(participant),
                roster.name(participant),
                roster.workerName(roster.primary(participant)),
                on,
                left(on),
                late(on),
                why);
    }
}
