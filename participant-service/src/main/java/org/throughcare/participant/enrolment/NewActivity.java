package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Activity that no plan could have foreseen, because it is new or more than was planned (N11).
 *
 * @param service by which it is known
 * @param on the first day on which it is so, at the site
 */
public record NewActivity(String service, Kind kind, LocalDate on) {

    /** How it goes beyond what was there. */
    public enum Kind {
        /** Its programme gave no such service before in this participation. */
        NEW,
        /** It is planned to a later day than any of its kind before it. */
        PLANNED_LONGER,
        /** It was given after the day that was planned for its end. */
        WENT_ON
    }

    /**
     * What a service on record adds to those recorded before it; what is recorded later changes nothing about that.
     *
     * @return nothing where there is no such service
     */
    public static List<NewActivity> of(Enrolment enrolment, String service) {
        return Stream.concat(Stream.of(enrolment.period()), enrolment.earlier().stream())
                .flatMap(period -> period.service(service).stream().flatMap(given -> in(period, given)))
                .toList();
    }

    private static Stream<NewActivity> in(Period period, ServiceGiven service) {
        List<ServiceGiven> before = period.services().stream()
                .takeWhile(each -> !each.id().equals(service.id()))
                .filter(each ->
                        each.programme() == service.programme() && each.code().equals(service.code()))
                .toList();
        Optional<NewActivity> entered =
                before.isEmpty() ? Optional.of(of(service, Kind.NEW, service.from())) : plannedLonger(before, service);
        return Stream.concat(entered.stream(), wentOn(service).stream());
    }

    private static Optional<NewActivity> plannedLonger(List<ServiceGiven> before, ServiceGiven service) {
        LocalDate until = service.until();
        return before.stream()
                .map(ServiceGiven::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(last -> until != null && until.isAfter(last))
                .map(_ -> of(service, Kind.PLANNED_LONGER, service.from()));
    }

    /** Its end, past the planned one, calls for a review anyway (N3). */
    private static Optional<NewActivity> wentOn(ServiceGiven service) {
        LocalDate until = service.until();
        return until == null
                ? Optional.empty()
                : service.givenOn()
                        .filter(day -> day.isAfter(until))
                        .min(Comparator.naturalOrder())
                        .map(day -> of(service, Kind.WENT_ON, day));
    }

    private static NewActivity of(ServiceGiven service, Kind kind, LocalDate on) {
        return new NewActivity(service.id(), kind, on);
    }
}
