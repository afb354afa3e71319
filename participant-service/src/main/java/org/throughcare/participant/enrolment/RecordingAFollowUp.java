package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A check-in after exit was made, by a method that the programme accepts (Y12, N8, N9). */
public final class RecordingAFollowUp {

    /** @param month months after exit */
    public record CheckIn(
            String participant,
            int month,
            LocalDate doneOn,
            FollowUp.Method method,
            FollowUp.@Nullable Kind kind,
            @Nullable Boolean employed,
            @Nullable Boolean inEducation,
            @Nullable Pay pay,
            @Nullable String note,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final ServiceCatalogues catalogues;
    private final BusinessClock clock;

    public RecordingAFollowUp(Aggregates<Enrolment> enrolments, ServiceCatalogues catalogues, BusinessClock clock) {
        this.enrolments = enrolments;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public Result<Enrolment> record(Command command, CheckIn c) {
        return enrolments.change(command, c.participant(), enrolment -> decide(enrolment, c));
    }

    private Decision<Enrolment> decide(Enrolment enrolment, CheckIn c) {
        LocalDate today = enrolment.day(clock.now());
        Exit exit = enrolment.period().exit();
        if (exit == null || exit.kind() == Exit.Kind.DECEASED) {
            return Decision.refuse(Refusal.conflict("Y12", "There is no exit to follow up."));
        }
        if (c.doneOn().isAfter(today) || c.doneOn().isBefore(exit.on())) {
            return Decision.refuse(Refusal.invalid(
                    "Y12", "doneOn", "A follow-up is made between the exit, " + exit.on() + ", and today."));
        }
        Set<FollowUp.Method> accepted = enrolment.period().programmes().stream()
                .flatMap(p -> catalogues.of(p.programme(), c.doneOn()).followUpMethods().stream())
                .collect(Collectors.toSet());
        if (!accepted.contains(c.method())) {
            return Decision.refuse(Refusal.invalid("N8", "method", "A follow-up is made by one of " + accepted + "."));
        }
        Optional<FollowUp> due = enrolment.period().followUps().stream()
                .filter(f -> f.month() == c.month())
                .findFirst();
        if (due.isPresent() && !due.get().open()) {
            return Decision.refuse(Refusal.conflict("N8", "The check-in of month " + c.month() + " was made already."));
        }
        LocalDate dueOn = due.map(FollowUp::dueOn).orElse(exit.on().plusMonths(c.month()));
        String id = due.map(FollowUp::id).orElse(FollowUpPlan.id(exit, c.month()));
        return enrolment.followUp(new FollowUp(
                id,
                c.month(),
                dueOn,
                c.doneOn(),
                c.method(),
                c.kind(),
                c.employed(),
                c.inEducation(),
                c.pay(),
                c.note(),
                c.by(),
                null));
    }
}
