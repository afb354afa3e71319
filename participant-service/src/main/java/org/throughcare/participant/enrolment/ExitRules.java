package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/** When staff may end a participation (N7, N8). The exit for want of services is the clock's alone (Y11). */
final class ExitRules {

    /**
     * What staff decide.
     *
     * @param since first day of what makes taking part impossible
     * @param expectedUntil its expected end, with the basis in the reason
     * @param returnExpected the person is expected back for another service
     * @param jobCorps the residential programme is Job Corps
     * @param confirmed staff were asked and want to end the participation
     */
    record Wish(
            Exit.Kind kind,
            String reason,
            @Nullable String note,
            @Nullable String document,
            @Nullable LocalDate since,
            @Nullable LocalDate expectedUntil,
            boolean returnExpected,
            boolean jobCorps,
            boolean confirmed,
            String by) {}

    private ExitRules() {}

    /** @param heldSince first day of the custody that the participant is in, as far as is known; null outside */
    static Optional<Refusal> check(Period period, Wish wish, ParticipationTerms terms, @Nullable LocalDate heldSince) {
        LocalDate started = period.startedOn();
        if (started == null || period.exit() != null) {
            return Optional.of(Refusal.conflict("N7", "There is no participation to end."));
        }
        return switch (wish.kind()) {
            case NO_SERVICE -> invalid("Y11", "kind", "Whether services have stopped is for the exit clock to say.");
            case EMPLOYMENT ->
                !terms.exitOnEmployment()
                        ? invalid("N8", "kind", "Employment does not end a participation here; the exit clock does.")
                        : period.jobs().findAny().isEmpty()
                                ? Optional.of(Refusal.conflict("N8", "No job is on record.", "record a placement"))
                                : Optional.empty();
            case DECEASED -> papers(wish);
            case INSTITUTIONALISED ->
                papers(wish)
                        .or(() -> lasts(wish, terms.exemptionDays() + 1))
                        .or(() -> newCustody(wish, started, heldSince));
            case HEALTH, FAMILY_CARE ->
                papers(wish).or(() -> comesBack(wish)).or(() -> lasts(wish, terms.exemptionDays()));
            case RESERVIST -> papers(wish).or(() -> comesBack(wish)).or(() -> lasts(wish, terms.exemptionDays() + 1));
            case RESIDENTIAL_PROGRAMME -> papers(wish).or(() -> residential(period, wish));
        };
    }

    private static Optional<Refusal> papers(Wish wish) {
        if (isBlank(wish.note())) {
            return invalid("N7", "note", "An exemption needs a note.");
        }
        return isBlank(wish.document())
                ? invalid("N7", "document", "An exemption needs its documentation on record.")
                : Optional.empty();
    }

    private static Optional<Refusal> comesBack(Wish wish) {
        return wish.returnExpected()
                ? Optional.of(Refusal.conflict(
                        "Y9", "Who is expected back for another service is not exited.", "plan a gap in service"))
                : Optional.empty();
    }

    private static Optional<Refusal> lasts(Wish wish, int atLeastDays) {
        LocalDate since = wish.since();
        LocalDate until = wish.expectedUntil();
        if (since == null || until == null) {
            return invalid(
                    "N7",
                    since == null ? "since" : "expectedUntil",
                    "How long it is expected to last must be on record.");
        }
        return ChronoUnit.DAYS.between(since, until) < atLeastDays
                ? invalid("N7", "expectedUntil", "It must be expected to last at least " + atLeastDays + " days.")
                : Optional.empty();
    }

    /** The custody that a jail-based participant enrolled from is no exemption; a return to custody asks first. */
    private static Optional<Refusal> newCustody(Wish wish, LocalDate started, @Nullable LocalDate heldSince) {
        LocalDate since = wish.since();
        boolean heldAllAlong = heldSince != null && !heldSince.isAfter(started);
        if (heldAllAlong || (since != null && !since.isAfter(started))) {
            return invalid("N7", "since", "The participant enrolled from this custody; it ends nothing.");
        }
        return wish.confirmed()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "N7",
                        "A return to custody may also mean services in jail, or a planned gap.",
                        "confirm the exit",
                        "plan a gap in service",
                        "go on with services in jail"));
    }

    private static Optional<Refusal> residential(Period period, Wish wish) {
        if (wish.jobCorps()) {
            return invalid("N7", "jobCorps", "Moving to Job Corps is no exemption.");
        }
        return period.fundSources().anyMatch(FundSource.WIOA_YOUTH::equals)
                ? Optional.empty()
                : invalid("N7", "kind", "This exemption is for youth alone.");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Refusal> invalid(String rule, String field, String reason) {
        return Optional.of(Refusal.invalid(rule, field, reason));
    }
}
