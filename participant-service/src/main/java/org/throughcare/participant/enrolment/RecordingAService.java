package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A service was given and goes on record (Y2, Y11, N4, N5). */
public final class RecordingAService {

    /** See {@link ServiceGiven} for the fields. */
    public record Service(
            String id,
            String participant,
            Programme programme,
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String goal,
            @Nullable String appointment,
            @Nullable String grounds,
            @Nullable String justification,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final ServiceCatalogues catalogues;
    private final ProofOnFile proof;
    private final Searches searches;
    private final PlanGoals goals;
    private final EvidencingAService evidencing;
    private final BusinessClock clock;

    public RecordingAService(
            Aggregates<Enrolment> enrolments,
            TermsInForce terms,
            ServiceCatalogues catalogues,
            ProofOnFile proof,
            Searches searches,
            PlanGoals goals,
            EvidencingAService evidencing,
            BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.catalogues = catalogues;
        this.proof = proof;
        this.searches = searches;
        this.goals = goals;
        this.evidencing = evidencing;
        this.clock = clock;
    }

    /** Looks for evidence before and after the write, so that none which comes at the same time is passed over. */
    public Result<Enrolment> record(Command command, Service s) {
        @Nullable LocalDate missing = searches.missingSince(s.participant());
        Set<String> open = goals.open(s.participant());
        Result<Enrolment> result = enrolments.change(command, s.participant(), enrolment -> {
            LocalDate today = enrolment.day(clock.now());
            List<Evidence> onFile = proof.of(s.participant(), s.id(), s.appointment(), enrolment.zone());
            return enrolment.recordService(
                    new ServiceRules.Entry(
                            s.id(),
                            s.programme(),
                            s.code(),
                            s.from(),
                            s.until(),
                            s.goal(),
                            s.appointment(),
                            s.grounds(),
                            s.justification(),
                            s.by()),
                    new ServiceRules.Known(
                            today,
                            catalogues.of(s.programme(), s.from()),
                            terms(enrolment, s.programme(), today),
                            missing,
                            open),
                    onFile);
        });
        result.now().ifPresent(after -> evidencing.fromFile(after.state(), s.id()));
        return result;
    }

    private ParticipationTerms terms(Enrolment enrolment, Programme programme, LocalDate today) {
        return enrolment.period().programmes().isEmpty()
                ? terms.of(
                        Stream.concat(enrolment.period().open(), Stream.of(programme))
                                .toList(),
                        enrolment.site(),
                        today)
                : terms.of(enrolment, today);
    }
}
