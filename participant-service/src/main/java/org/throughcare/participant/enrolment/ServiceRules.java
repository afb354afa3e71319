package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Refusal;

/** What must hold before a service goes on record (Y2, Y11, N4, N5, N14, C4). */
final class ServiceRules {

    /**
     * A service as staff enter it.
     *
     * @param from first or only day, at the site
     * @param until planned last day
     */
    record Entry(
            String id,
            Programme programme,
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String goal,
            @Nullable String appointment,
            @Nullable String grounds,
            @Nullable String justification,
            String by) {}

    /**
     * What is known when the service is entered.
     *
     * @param catalogue of the service's programme
     * @param missingSince since when the participant is searched for; null when nobody is looking
     * @param openGoals ids of the plan's open goals
     */
    record Known(
            LocalDate today,
            ServiceCatalogue catalogue,
            ParticipationTerms terms,
            @Nullable LocalDate missingSince,
            Set<String> openGoals) {}

    private ServiceRules() {}

    static Optional<Refusal> check(Period period, CatalogueEntry service, Entry entry, Known known) {
        return dates(service, entry, known)
                .or(() -> enrolment(period, service, entry))
                .or(() -> goal(service, entry, known))
                .or(() -> first(period, service, entry, known))
                .or(() -> level(period, service, entry, known))
                .or(() -> training(period, service, entry, known))
                .or(() -> followUp(period, service))
                .or(() -> clock(period, service, entry, known));
    }

    private static Optional<Refusal> dates(CatalogueEntry service, Entry entry, Known known) {
        if (entry.from().isAfter(known.today())) {
            return invalid("N4", "from", "Only services that were given are recorded; this one lies in the future.");
        }
        LocalDate until = entry.until();
        if (until == null) {
            return Optional.empty();
        }
        if (until.isBefore(entry.from())) {
            return invalid("N5", "until", "The service ends before it begins.");
        }
        long days = ChronoUnit.DAYS.between(entry.from(), until) + 1;
        if (service.oneDay() && days > 1) {
            return invalid("Y4", "until", service.name() + " is entered for one day.");
        }
        return !service.oneDay() && days > service.longestDays()
                ? invalid(
                        "N5",
                        "until",
                        service.name() + " may be entered for at most " + service.longestDays() + " days.")
                : Optional.empty();
    }

    private static Optional<Refusal> enrolment(Period period, CatalogueEntry service, Entry entry) {
        Optional<ProgrammeEnrolment> enrolled = period.in(entry.programme());
        if (enrolled.isEmpty()) {
            return service.beforeEnrolment()
                    ? Optional.empty()
                    : conflict(
                            "Y2",
                            "The participant is not enrolled in " + entry.programme() + ".",
                            "enrol in the programme");
        }
        ProgrammeEnrolment programme = enrolled.get();
        if (!service.allowableUnder(programme.fundSource())) {
            return invalid("N4", "code", service.name() + " is not allowable under " + programme.fundSource() + ".");
        }
        if (!service.beforeEnrolment() && entry.from().isBefore(programme.from())) {
            return invalid("Y2", "from", "The decision to enrol was made on " + programme.from() + ", after this day.");
        }
        LocalDate closed = programme.until();
        return closed != null && entry.from().isAfter(closed)
                ? conflict("Y5", entry.programme() + " was closed on " + closed + ".", "enrol in the programme")
                : Optional.empty();
    }

    private static Optional<Refusal> goal(CatalogueEntry service, Entry entry, Known known) {
        if (entry.goal() == null) {
            return service.needsGoal()
                    ? invalid("N4", "goal", service.name() + " must point at a goal of the plan.")
                    : Optional.empty();
        }
        return known.openGoals().contains(entry.goal())
                ? Optional.empty()
                : invalid("N4", "goal", "The plan has no such open goal.");
    }

    private static Optional<Refusal> first(Period period, CatalogueEntry service, Entry entry, Known known) {
        String prescribed = known.catalogue().firstQualifying();
        if (prescribed == null || !service.qualifying() || service.code().equals(prescribed)) {
            return Optional.empty();
        }
        boolean came = period.services().stream()
                .anyMatch(s -> s.programme() == entry.programme()
                        && s.code().equals(prescribed)
                        && !s.from().isAfter(entry.from()));
        return came
                ? Optional.empty()
                : conflict(
                        "Y2",
                        "The first qualifying service of " + entry.programme() + " is always service " + prescribed
                                + ".",
                        "record service " + prescribed);
    }

    private static Optional<Refusal> level(Period period, CatalogueEntry service, Entry entry, Known known) {
        if (!known.catalogue().groundsForHigherLevel()
                || service.level().compareTo(CatalogueEntry.Level.INTENSIVE) < 0
                || isThere(entry.grounds())) {
            return Optional.empty();
        }
        boolean higher = period.services().stream()
                .map(ServiceGiven::level)
                .max(Comparator.naturalOrder())
                .map(soFar -> soFar.compareTo(service.level()) < 0)
                .orElse(true);
        return higher
                ? invalid("C4", "grounds", "Going on to " + service.level() + " services needs its grounds on record.")
                : Optional.empty();
    }

    private static Optional<Refusal> training(Period period, CatalogueEntry service, Entry entry, Known known) {
        return period.in(entry.programme())
                .flatMap(p -> TrainingRules.before(period, service, entry.from(), p.fundSource(), known.catalogue()));
    }

    private static Optional<Refusal> followUp(Period period, CatalogueEntry service) {
        return service.followUp() && period.exit() == null
                ? conflict("N9", service.name() + " is a follow-up service, for after the exit.")
                : Optional.empty();
    }

    private static Optional<Refusal> clock(Period period, CatalogueEntry service, Entry entry, Known known) {
        if (!service.qualifying()) {
            return Optional.empty();
        }
        Exit exit = period.exit();
        if (exit != null && exit.kind() != Exit.Kind.NO_SERVICE && entry.from().isAfter(exit.decidedOn())) {
            return ended(exit.on());
        }
        LocalDate started = period.startedOn();
        if (started != null
                && !entry.from().plusDays(known.terms().exitAfterDays()).isAfter(started)) {
            return conflict("Y11", "A participation from this day would have ended before " + started + ".");
        }
        return period.clock(known.terms()).flatMap(clock -> {
            if (!entry.from().isBefore(clock.endsOn())) {
                return ended(clock.lastGiven());
            }
            if (!clock.isWithin(known.terms().justifyServiceWithinDays(), known.today())) {
                return Optional.empty();
            }
            LocalDate missing = known.missingSince();
            if (missing != null && !entry.from().isBefore(missing)) {
                return conflict(
                        "Y11",
                        "The participant is being searched for since " + missing
                                + "; no service is added to keep such a participation alive.",
                        "record that the participant was found");
            }
            return isThere(entry.justification())
                    ? Optional.empty()
                    : invalid(
                            "Y11",
                            "justification",
                            "Participation ends on " + clock.endsOn()
                                    + "; a service added so near needs a justification.");
        });
    }

    private static Optional<Refusal> ended(LocalDate on) {
        return conflict(
                "Y11",
                "Participation ended on " + on + ".",
                "determine eligibility again",
                "record a follow-up service");
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Optional<Refusal> invalid(String rule, String field, String reason) {
        return Optional.of(Refusal.invalid(rule, field, reason));
    }

    private static Optional<Refusal> conflict(String rule, String reason, String... allowed) {
        return Optional.of(Refusal.conflict(rule, reason, allowed));
    }
}
