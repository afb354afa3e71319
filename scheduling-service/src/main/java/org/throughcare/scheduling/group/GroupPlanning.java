package org.throughcare.scheduling.group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * That a group is being planned, one per group and under its id: written before the first of its sessions takes anybody's time,
 * ended after the last. One at a time. Whoever plans and falls leaves it open; at {@code heldUntil} it counts as broken
 * off, and what its sessions hold is made to agree with the group as it stands.
 *
 * @param by the command that plans
 * @param sessions all that it may book, move or drop
 * @param attempt counts the times it was begun after it had ended, so that a command that comes again after its work was
 *     taken back does it anew
 * @param heldUntil when it counts as broken off; null once it has ended
 */
public record GroupPlanning(
        String id,
        String by,
        int attempt,
        List<String> sessions,
        @Nullable Instant heldUntil,
        boolean brokenOff) {

    /** Far longer than booking the most sessions lasts; the time after which a crash is assumed. A technical hold. */
    static final Duration HOLD = Duration.ofMinutes(1);

    public GroupPlanning {
        sessions = List.copyOf(sessions);
    }

    /** The same command goes on with what it began, and with all that it began with. */
    static Decision<GroupPlanning> begin(
            Optional<GroupPlanning> before, String id, String by, List<String> sessions, Instant now) {
        Optional<GroupPlanning> open = before.filter(p -> p.heldUntil != null);
        if (open.filter(p -> p.brokenOff || !p.by.equals(by)).isPresent()) {
            return Decision.refuse(Refusal.conflict(
                    "L5", "This group is just being planned. Plan it again in a minute.", "plan it again"));
        }
        List<String> all = Stream.concat(open.stream().flatMap(p -> p.sessions.stream()), sessions.stream())
                .distinct()
                .toList();
        int attempt = open.map(GroupPlanning::attempt)
                .or(() -> before.map(p -> p.attempt + 1))
                .orElse(1);
        return Decision.accept(
                new GroupPlanning(id, by, attempt, all, now.plus(HOLD), false), new GroupPlanningEvent.PlanningBegun());
    }

    /** Nothing of it is left to do. One that broke off ends only once it was tidied. */
    Decision<GroupPlanning> end(String command) {
        return heldUntil == null || brokenOff || !by.equals(command) ? Decision.unchanged() : ended();
    }

    Decision<GroupPlanning> tidied() {
        return brokenOff ? ended() : Decision.unchanged();
    }

    /** The visit at {@code heldUntil}; again and again until somebody has tidied it. */
    public Decision<GroupPlanning> visit(Instant now) {
        return heldUntil == null || now.isBefore(heldUntil)
                ? Decision.unchanged()
                : Decision.accept(
                        new GroupPlanning(id, by, attempt, sessions, now.plus(HOLD), true),
                        new GroupPlanningEvent.PlanningBrokeOff());
    }

    /** Somebody is at it, as far as anybody knows. */
    boolean isUnderWay() {
        return heldUntil != null && !brokenOff;
    }

    private Decision<GroupPlanning> ended() {
        return Decision.accept(
                new GroupPlanning(id, by, attempt, sessions, null, false), new GroupPlanningEvent.PlanningEnded());
    }
}
