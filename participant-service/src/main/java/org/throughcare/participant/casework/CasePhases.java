package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * How a case goes through its phases (H1). Forward it may leave some out, because how deep each goes differs by setting; going
 * back says why. Two of them carry something: planning rests on stratified risk where the policy wants that, and evaluating on
 * communication after the transition, or on why there was none.
 */
final class CasePhases {

    private static final String RULE = "H1";

    private CasePhases() {}

    static Decision<Case> moveTo(
            Case of, Phase next, @Nullable String because, boolean stratified, Instant now, String by) {
        Phase before = of.phase();
        if (before == next) {
            return Decision.unchanged();
        }
        Refusal refusal = refusal(of, next, because != null && !because.isBlank(), stratified);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<Case.PhaseStep> all = new ArrayList<>(of.phases());
        UUID id = Command.derived("phase", of.participant().toString(), String.valueOf(all.size()));
        all.add(new Case.PhaseStep(id, next, of.today(now), by, because));
        return Decision.accept(of.edit().phases(all).done(), new CaseEvent.PhaseChanged(before, next));
    }

    private static @Nullable Refusal refusal(Case of, Phase next, boolean reasoned, boolean stratified) {
        if (of.state() == Case.State.CLOSED) {
            return Refusal.conflict(RULE, "The case is closed.", "reopening");
        }
        if (next.isBefore(of.phase())) {
            return reasoned ? null : Refusal.invalid(RULE, "because", "Say why the case goes back.");
        }
        if (stratified && of.phase().isBefore(Phase.PLANNING) && of.levelOfCare() == null) {
            return next.isBefore(Phase.PLANNING)
                    ? null
                    : Refusal.conflict(RULE, "Here risk is stratified before anything is planned.", "care");
        }
        return next == Phase.EVALUATING && of.phase() == Phase.TRANSITIONING && !reasoned && !followedUp(of)
                ? new Refusal(
                        Refusal.Kind.CONFLICT,
                        RULE,
                        "Nobody was in touch since the transition; record it, or say why the case goes on without.",
                        "because",
                        List.of("phase/communications"))
                : null;
    }

    private static boolean followedUp(Case of) {
        LocalDate since = of.phases().getLast().from();
        return of.communications().stream().anyMatch(each -> !each.on().isBefore(since));
    }

    static Decision<Case> communicate(Case of, Case.Communication communication, Instant now) {
        if (of.communications().stream().anyMatch(each -> each.id().equals(communication.id()))) {
            return Decision.unchanged();
        }
        @Nullable
        LocalDate first = of.phases().stream()
                .filter(each -> each.phase() == Phase.TRANSITIONING)
                .map(Case.PhaseStep::from)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return Decision.refuse(Refusal.conflict(RULE, "The case is in no transition and was in none.", "phase"));
        }
        if (communication.on().isBefore(first) || communication.on().isAfter(of.today(now))) {
            return Decision.refuse(Refusal.invalid(
                    RULE,
                    "on",
                    "It is recorded once it has happened, and after the transition that began on " + first + "."));
        }
        List<Case.Communication> all = Stream.concat(of.communications().stream(), Stream.of(communication))
                .toList();
        return Decision.accept(
                of.edit().communications(all).done(),
                new CaseEvent.TransitionFollowed(communication.id(), communication.on()));
    }
}
