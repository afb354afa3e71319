package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Whether someone is in need of training and would succeed in it, which adults and dislocated workers need before training (N14). */
public final class DeterminingNeedOfTraining {

    /**
     * See {@link TrainingDetermination}.
     *
     * @param on null for today
     */
    public record Determination(
            String id,
            String participant,
            TrainingDetermination.Basis basis,
            LocalDate basisOn,
            @Nullable String note,
            @Nullable LocalDate on,
            boolean inNeed,
            boolean likelyToSucceed,
            String grounds,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final ServiceCatalogues catalogues;
    private final BusinessClock clock;

    public DeterminingNeedOfTraining(
            Aggregates<Enrolment> enrolments, ServiceCatalogues catalogues, BusinessClock clock) {
        this.enrolments = enrolments;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public Result<Enrolment> determine(Command command, Determination d) {
        return enrolments.change(command, d.participant(), enrolment -> {
            if (enrolment.period().programmes().isEmpty()) {
                return Decision.refuse(
                        Refusal.conflict("N14", "The participant is in no programme yet.", "enrol in the programme"));
            }
            LocalDate today = enrolment.day(clock.now());
            LocalDate on = d.on() == null ? today : d.on();
            List<ServiceCatalogue> offered = enrolment.period().programmes().stream()
                    .map(p -> catalogues.of(p.programme(), on))
                    .toList();
            return enrolment.determineNeedOfTraining(
                    new TrainingDetermination(
                            d.id(),
                            d.basis(),
                            d.basisOn(),
                            d.note(),
                            on,
                            d.inNeed(),
                            d.likelyToSucceed(),
                            d.grounds(),
                            d.by()),
                    offered,
                    today);
        });
    }
}
