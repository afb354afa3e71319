package org.throughcare.participant.enrolment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;

/** Puts together the numbers that bind a participation on a day. */
public final class TermsInForce {

    private final PoliciesInForce policies;
    private final ServiceCatalogues catalogues;

    public TermsInForce(PoliciesInForce policies, ServiceCatalogues catalogues) {
        this.policies = policies;
        this.catalogues = catalogues;
    }

    ParticipationTerms of(Collection<Programme> programmes, String site, LocalDate on) {
        return ParticipationTerms.together(
                programmes.stream().distinct().map(p -> of(p, site, on)).toList());
    }

    /**
     * Those of the current period's open programmes, under whichever of the person's ids, or of all of its programmes when every one was
     * closed.
     */
    ParticipationTerms of(Enrolment enrolment, LocalDate on) {
        Period period = enrolment.period();
        List<Programme> open = period.open().toList();
        return of(
                open.isEmpty()
                        ? period.programmes().stream()
                                .map(ProgrammeEnrolment::programme)
                                .toList()
                        : open,
                enrolment.site(),
                on);
    }

    /** What a wage must reach on this day to be an outcome (H9): the highest floor of the period's programmes, in dollars an hour. */
    @Nullable
    BigDecimal wageFloor(Period period, String site, LocalDate on) {
        return period.programmes().stream()
                .map(ProgrammeEnrolment::programme)
                .distinct()
                .map(p -> policies.on(p, UUID.fromString(site), on).values().wageFloorPerHour())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private ParticipationTerms of(Programme programme, String site, LocalDate on) {
        PolicyInForce policy = policies.on(programme, UUID.fromString(site), on);
        ServiceCatalogue catalogue = catalogues.of(programme, on);
        PolicyValues values = policy.values();
        return new ParticipationTerms(
                List.of(policy.id() + "/" + policy.version()),
                values.exitAfterDays(),
                values.plannedGapLongerThanDays(),
                values.plannedGapShorterThanDays(),
                values.justifyServiceWithinDays(),
                values.followUpMonths(),
                values.followUpForMonths(),
                values.exitOnEmployment(),
                catalogue.extensionsInARow(),
                catalogue.plannedGapsWatched(),
                values.lighterFollowUpMonths(),
                values.exemptionDays());
    }
}
