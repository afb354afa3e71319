package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * What public assistance asks of a participant, and what it withholds, beside the plan so that neither is planned without the other (C8).
 *
 * <p>Life: recorded as a whole, and again as a whole by someone who says which revision they looked at. What is over keeps its last day
 * and stays. Days are those of the agency that gives the assistance.
 */
public record Assistance(String participant, String site, List<Obligation> obligations, List<Sanction> sanctions) {

    /**
     * What has to be done for the assistance.
     *
     * @param what in words
     * @param hoursAWeek null where it is not a matter of hours
     * @param until last day; null while none is known
     */
    public record Obligation(
            String id,
            AssistanceProgramme programme,
            String what,
            @Nullable Integer hoursAWeek,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Assistance is cut or stopped because an obligation was not met.
     *
     * @param obligation id of the one that was not met
     * @param reason in words
     * @param until last day; null while none is known
     */
    public record Sanction(
            String id,
            String obligation,
            String reason,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What can happen to it. */
    public sealed interface AssistanceEvent extends Happened {

        record AssistanceRecorded(int obligations, int sanctions) implements AssistanceEvent {}
    }

    private static final String RULE = "C8";

    public Assistance {
        obligations = List.copyOf(obligations);
        sanctions = List.copyOf(sanctions);
    }

    /** Of what was never recorded. */
    static Decision<Assistance> take(Assistance first) {
        Refusal fault = first.fault();
        return fault == null
                ? Decision.accept(
                        first,
                        new AssistanceEvent.AssistanceRecorded(
                                first.obligations().size(), first.sanctions().size()))
                : Decision.refuse(fault);
    }

    /** @param looked at this, before it was written anew */
    Decision<Assistance> takeAgain(Assistance changed, boolean looked) {
        if (changed.equals(this)) {
            return Decision.unchanged();
        }
        return looked ? take(changed) : Decision.refuse(Refusal.withoutPrecondition());
    }

    private @Nullable Refusal fault() {
        Set<String> known = new HashSet<>();
        for (Obligation each : obligations) {
            if (!known.add(each.id())) {
                return invalid("obligations.id", "Each obligation has an id of its own.");
            }
            if (endsBeforeItBegins(each.from(), each.until())) {
                return invalid("obligations.until", "An obligation ends on the day it begins or later.");
            }
        }
        Set<String> sanctioned = new HashSet<>();
        for (Sanction each : sanctions) {
            if (!sanctioned.add(each.id())) {
                return invalid("sanctions.id", "Each sanction has an id of its own.");
            }
            if (!known.contains(each.obligation())) {
                return invalid("sanctions.obligation", "A sanction is for one of the obligations on record.");
            }
            if (endsBeforeItBegins(each.from(), each.until())) {
                return invalid("sanctions.until", "A sanction ends on the day it begins or later.");
            }
        }
        return null;
    }

    private static boolean endsBeforeItBegins(LocalDate from, @Nullable LocalDate until) {
        return until != null && until.isBefore(from);
    }

    private static Refusal invalid(String field, String reason) {
        return Refusal.invalid(RULE, field, reason);
    }
}
