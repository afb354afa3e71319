package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMember.SplitRule;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.time.BusinessClock;

/** What a departure would move, and to whom; it changes nothing (L12). */
public final class PreviewingADeparture {

    /**
     * Where a case would go.
     *
     * @param side it counts on
     * @param cases what it counts for, in ordinary cases
     * @param to null when none of the successors is at work by then
     * @param despite what speaks against who would get it: without a clearance the departure is refused, past a limit it needs
     *     a reason
     * @param passedOver successors against whom something speaks
     */
    public record Move(
            UUID participant,
            Caseload.Side side,
            String cases,
            @Nullable UUID to,
            List<Objection> despite,
            List<PassedOver> passedOver) {}

    public record PassedOver(UUID staff, List<Objection> because) {}

    /**
     * @param cases how many are open
     * @param openHandovers how many of these wait to be handed over
     */
    public record Outlook(int cases, int openHandovers, List<Move> moves) {

        /** Participants against whose new worker this speaks. */
        public List<UUID> despite(Objection.Kind kind) {
            return moves.stream()
                    .filter(move -> move.despite().stream().anyMatch(each -> each.kind() == kind))
                    .map(Move::participant)
                    .toList();
        }

        public List<UUID> withNobody() {
            return moves.stream()
                    .filter(move -> move.to() == null)
                    .map(Move::participant)
                    .toList();
        }
    }

    private final Workforce workforce;
    private final BusinessClock clock;

    public PreviewingADeparture(Workforce workforce, BusinessClock clock) {
        this.workforce = workforce;
        this.clock = clock;
    }

    public Outlook preview(UUID leaving, LocalDate lastDay, List<UUID> successors, SplitRule rule) {
        List<Case> open =
                workforce.openCasesOf(leaving).stream().map(Stored::state).toList();
        List<Move> moves = new Succession(rule, takeover(leaving, lastDay))
                .share(workforce.needs(open), workforce.candidates(successors), clock.now()).stream()
                        .map(PreviewingADeparture::move)
                        .toList();
        int handovers = (int)
                open.stream().filter(each -> each.pendingHandover() != null).count();
        return new Outlook(open.size(), handovers, moves);
    }

    /** The day on which the cases change hands: the one after the last day, or today when that is behind. */
    LocalDate takeover(UUID leaving, LocalDate lastDay) {
        LocalDate day = StaffMember.Departure.takenOverAfter(lastDay);
        return workforce
                .candidate(leaving)
                .map(each -> clock.today(each.member().zone()))
                .filter(day::isBefore)
                .orElse(day);
    }

    private static Move move(Succession.Choice choice) {
        return new Move(
                choice.need().participant(),
                choice.need().side(),
                Caseload.inCases(choice.need().weight()),
                choice.to(),
                choice.despite(),
                choice.passedOver().stream()
                        .map(each -> new PassedOver(each.staff(), each.because()))
                        .toList());
    }
}
