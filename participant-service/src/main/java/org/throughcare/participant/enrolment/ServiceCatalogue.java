package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * What a programme offers, as data with versions (Y4).
 *
 * @param firstQualifying code of the service that every participation in this programme begins with, if it is prescribed (Y2)
 * @param groundsForHigherLevel going up a level needs the grounds on record (C4, N14)
 * @param followUpMethods how a follow-up may be done (N8)
 * @param extensionsInARow so many services in a row, each only just before the exit, look like padding (N4)
 * @param plannedGapsWatched from so many planned gaps on, monitors look (Y9)
 * @param caseManagement code under which case management is recorded (Y4)
 * @param determinationBeforeTraining fund sources under which training needs its determination first (N14)
 * @param referrals codes that record a referral made (H9)
 */
public record ServiceCatalogue(
        Programme programme,
        int version,
        LocalDate effectiveFrom,
        @Nullable String firstQualifying,
        boolean groundsForHigherLevel,
        List<FollowUp.Method> followUpMethods,
        int extensionsInARow,
        int plannedGapsWatched,
        String caseManagement,
        List<FundSource> determinationBeforeTraining,
        List<String> referrals,
        List<CatalogueEntry> services) {

    public ServiceCatalogue {
        followUpMethods = List.copyOf(followUpMethods);
        determinationBeforeTraining = List.copyOf(determinationBeforeTraining);
        referrals = List.copyOf(referrals);
        services = List.copyOf(services);
    }

    Optional<CatalogueEntry> entry(String code) {
        return services.stream().filter(s -> s.code().equals(code)).findFirst();
    }
}
