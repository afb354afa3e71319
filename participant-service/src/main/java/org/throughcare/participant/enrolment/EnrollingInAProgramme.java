package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** The decision to enrol, or to refer someone better served elsewhere (Y2, Y5, Y18). */
public final class EnrollingInAProgramme {

    /**
     * @param from null for today
     * @param referredTo who serves the person better; then nobody is enrolled
     */
    public record EnrolmentDecision(
            String id,
            String participant,
            Programme programme,
            FundSource fundSource,
            @Nullable LocalDate from,
            String grounds,
            @Nullable String staffingNote,
            @Nullable String referredTo,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final BusinessClock clock;

    public EnrollingInAProgramme(Aggregates<Enrolment> enrolments, TermsInForce terms, BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.clock = clock;
    }

    public Result<Enrolment> decide(Command command, EnrolmentDecision d) {
        return enrolments.change(command, d.participant(), enrolment -> {
            LocalDate today = enrolment.day(clock.now());
            LocalDate from = d.from() == null ? today : d.from();
            if (from.isAfter(today)) {
                return Decision.refuse(Refusal.invalid("Y2", "from", "This day lies in the future."));
            }
            String elsewhere = d.referredTo();
            if (elsewhere != null) {
                return enrolment.referElsewhere(
                        new ReferredElsewhere(d.id(), d.programme(), elsewhere, d.grounds(), from, d.by()));
            }
            List<Programme> all = Stream.concat(
                            enrolment.state() == Enrolment.State.EXITED
                                    ? Stream.of()
                                    : enrolment.period().open(),
                            Stream.of(d.programme()))
                    .toList();
            return enrolment.enrol(
                    new ProgrammeEnrolment(
                            d.id(), d.programme(), d.fundSource(), from, null, d.grounds(), d.staffingNote(), d.by()),
                    terms.of(all, enrolment.site(), today));
        });
    }
}
