package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.throughcare.platform.aggregate.Refusal;

/** What stands before training (N14): first who may be determined to need it, then which services ask for that. */
final class TrainingRules {

    private TrainingRules() {}

    /** @param catalogues of the participant's programmes, which say under which code case management is recorded */
    static Optional<Refusal> check(
            Period period, TrainingDetermination wanted, Collection<ServiceCatalogue> catalogues, LocalDate today) {
        if (wanted.on().isAfter(today)) {
            return invalid("on", "This day lies in the future.");
        }
        if (wanted.basisOn().isAfter(wanted.on())) {
            return invalid("basisOn", "The interview, evaluation or assessment comes before the determination.");
        }
        if (wanted.grounds().isBlank()) {
            return invalid("grounds", "A determination needs its grounds on record.");
        }
        if (period.determinations().stream().anyMatch(d -> d.id().equals(wanted.id()))) {
            return Optional.of(Refusal.conflict("determination-known", "This determination is on record already."));
        }
        boolean caseManaged = period.services().stream()
                .filter(s -> !s.from().isAfter(wanted.on()))
                .anyMatch(s -> catalogues.stream()
                        .anyMatch(c -> c.programme() == s.programme()
                                && c.caseManagement().equals(s.code())));
        return caseManaged
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "N14",
                        "No case management is on record by " + wanted.on() + "; the determination comes after it.",
                        "record case management"));
    }

    /** The last determination by the first day of training decides. Youth are not asked, nor whoever the catalogue leaves out. */
    static Optional<Refusal> before(
            Period period, CatalogueEntry service, LocalDate from, FundSource source, ServiceCatalogue catalogue) {
        if (service.level() != CatalogueEntry.Level.TRAINING
                || !catalogue.determinationBeforeTraining().contains(source)) {
            return Optional.empty();
        }
        Optional<TrainingDetermination> last = period.determinedBy(from);
        if (last.filter(TrainingDetermination::positive).isPresent()) {
            return Optional.empty();
        }
        String reason = last.map(d -> "On " + d.on() + " it was determined that "
                        + (d.inNeed() ? "the training would not succeed." : "no training is needed."))
                .orElse("By " + from + " no need of training was determined, which " + source + " asks for.");
        return Optional.of(Refusal.conflict("N14", reason, "determine the need of training", "record a lower service"));
    }

    private static Optional<Refusal> invalid(String field, String reason) {
        return Optional.of(Refusal.invalid("N14", field, reason));
    }
}
