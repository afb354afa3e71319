package org.throughcare.participant.plan;

import java.util.List;
import java.util.Optional;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** What assistance asks and withholds goes on record, as a whole (C8). */
public final class RecordingAssistance {

    private final Aggregates<Assistance> assistance;
    private final Residences residences;

    public RecordingAssistance(Aggregates<Assistance> assistance, Residences residences) {
        this.assistance = assistance;
        this.residences = residences;
    }

    public Result<Assistance> record(
            Command command,
            String participant,
            List<Assistance.Obligation> obligations,
            List<Assistance.Sanction> sanctions) {
        Optional<Residences.Residence> home = residences.of(participant);
        if (home.isEmpty()) {
            return new Result.Missing<>();
        }
        Assistance wanted = new Assistance(participant, home.get().site(), obligations, sanctions);
        return assistance.createOrChange(
                command,
                participant,
                before -> before.map(was -> was.takeAgain(wanted, command.expectedRevision() != null))
                        .orElseGet(() -> Assistance.take(wanted)));
    }
}
