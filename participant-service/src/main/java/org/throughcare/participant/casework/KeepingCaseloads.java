package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Caseloads say what the cases say: the primary worker holds a place, former ones do not (L2). */
public final class KeepingCaseloads {

    private final Aggregates<Case> cases;
    private final Aggregates<Caseload> caseloads;
    private final BusinessClock clock;

    public KeepingCaseloads(Aggregates<Case> cases, Aggregates<Caseload> caseloads, BusinessClock clock) {
        this.cases = cases;
        this.caseloads = caseloads;
        this.clock = clock;
    }

    public void keep(UUID participant) {
        cases.find(participant.toString()).ifPresent(found -> {
            Case now = found.state();
            if (now.state() == Case.State.OPEN) {
                hold(found);
            }
            now.team().members().stream()
                    .filter(member -> member.role() == TeamRole.PRIMARY)
                    .map(Team.Member::staff)
                    .distinct()
                    .filter(staff -> now.state() == Case.State.CLOSED || !staff.equals(now.primary()))
                    .forEach(staff -> caseloads.change(
                            command("free", found, staff), staff.toString(), load -> load.free(participant)));
        });
    }

    private void hold(Stored<Case> found) {
        Case now = found.state();
        caseloads.createOrChange(
                command("hold", found, now.primary()),
                now.primary().toString(),
                before -> before.orElseGet(() -> Caseload.of(now.primary()))
                        .hold(now.participant(), now.side(), clock.now()));
    }

    private static Command command(String what, Stored<Case> found, UUID staff) {
        return Command.effectOf("caseload-" + what, found.id() + ":" + found.revision(), staff.toString());
    }
}
