package org.throughcare.participant.casework;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * Caseloads say what the cases say: the primary worker holds a place, former ones do not (L2). News of a case may be handled
 * late and beside newer news; so whoever changed a caseload looks at the case again, and once more while it has moved on. Of a
 * person with several ids one case takes up room: the others rest on their workers' caseloads until the merge is undone (H8).
 */
public final class KeepingCaseloads {

    private final Aggregates<Case> cases;
    private final Aggregates<Caseload> caseloads;
    private final Aliases aliases;
    private final Resting<Case> resting;
    private final BusinessClock clock;

    public KeepingCaseloads(
            Aggregates<Case> cases,
            Aggregates<Caseload> caseloads,
            Aliases aliases,
            Resting<Case> resting,
            BusinessClock clock) {
        this.cases = cases;
        this.caseloads = caseloads;
        this.aliases = aliases;
        this.resting = resting;
        this.clock = clock;
    }

    /** All that the person has cases under, because each says of the others whether they rest. */
    public void keep(UUID participant) {
        aliases.allOf(participant).forEach(this::keepUnder);
    }

    private void keepUnder(UUID participant) {
        long looked = 0;
        boolean changed = true;
        while (changed) {
            Stored<Case> found = cases.find(participant.toString()).orElse(null);
            if (found == null || found.revision() == looked) {
                return;
            }
            looked = found.revision();
            changed = keep(found.state());
        }
    }

    private boolean keep(Case now) {
        boolean changed = now.state() == Case.State.OPEN && hold(now);
        for (UUID staff : former(now)) {
            changed |= caseloads.change(look(), staff.toString(), load -> load.free(now.participant()))
                    instanceof Result.Done<Caseload>;
        }
        return changed;
    }

    private static Set<UUID> former(Case now) {
        return now.team().members().stream()
                .filter(member -> member.role() == TeamRole.PRIMARY)
                .map(Team.Member::staff)
                .filter(staff -> now.state() == Case.State.CLOSED || !staff.equals(now.primary()))
                .collect(Collectors.toSet());
    }

    private boolean hold(Case now) {
        return caseloads.createOrChange(
                        look(),
                        now.primary().toString(),
                        before -> before.orElseGet(() -> Caseload.of(now.primary()))
                                .hold(
                                        now.participant(),
                                        now.side(),
                                        now.weightPercent(),
                                        resting.rests(now.participant()),
                                        clock.now()))
                instanceof Result.Done<Caseload>;
    }

    /** A look of its own each time: the caseload itself says whether anything is left to do. */
    private static Command look() {
        return Command.withId(UUID.randomUUID().toString());
    }
}
