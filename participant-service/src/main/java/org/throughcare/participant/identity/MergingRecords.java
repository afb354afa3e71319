package org.throughcare.participant.identity;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/**
 * Two records turn out to be one person: one becomes an alias of the other, until that is undone (H8). First the survivor takes
 * the alias in, then the alias points at the survivor; when the second is refused, the first is taken back. If it breaks off in
 * between, the same merge sent again completes it, and undoing it takes the first half back.
 *
 * <p>Nothing is moved or ended by it. What is open under both ids (a case, a participation, a place in a household) refuses no
 * merge: two records are found to be one person while both are worked on, and a case or a participation that is ended for the
 * merge would be an end that never was, in the federal record as well. The survivor's goes on, the alias's {@link Resting rests},
 * though what was given in it holds off the one exit, and staff are told what is {@link Unsettled left to settle}.
 */
public final class MergingRecords {

    private static final int MANY = 100;

    private final Aggregates<Participant> participants;

    public MergingRecords(Aggregates<Participant> participants) {
        this.participants = participants;
    }

    public Result<Participant> merge(Command command, UUID alias, UUID into) {
        if (participants.find(into.toString()).isEmpty()) {
            return new Result.Refused<>(Refusal.invalid("H8", "into", "There is no such record."));
        }
        if (participants.find(alias.toString()).isEmpty()) {
            return new Result.Missing<>();
        }
        Result<Participant> taken = participants.change(once(), into.toString(), p -> p.standFor(alias));
        if (taken instanceof Result.Refused<Participant>) {
            return taken;
        }
        Result<Participant> merged = participants.change(command, alias.toString(), p -> p.mergeInto(into));
        boolean stands = participants
                .find(alias.toString())
                .filter(now -> into.equals(now.state().mergedInto()))
                .isPresent();
        if (!stands) {
            participants.change(once(), into.toString(), p -> p.standNoLongerFor(alias));
        }
        return merged;
    }

    public Result<Participant> undo(Command command, UUID alias) {
        Result<Participant> undone = participants.change(command, alias.toString(), Participant::undoMerge);
        if (undone instanceof Result.Done<Participant> || undone instanceof Result.Unchanged<Participant>) {
            participants.where("aliases", alias.toString(), MANY).stream()
                    .filter(survivor -> !isAliasOf(alias, survivor.state().id()))
                    .forEach(survivor -> participants.change(
                            once(), survivor.state().id().toString(), p -> p.standNoLongerFor(alias)));
        }
        return undone;
    }

    private boolean isAliasOf(UUID alias, UUID survivor) {
        return participants
                .find(alias.toString())
                .filter(now -> survivor.equals(now.state().mergedInto()))
                .isPresent();
    }

    /** A command of its own each time: the record itself says whether anything is left to do. */
    private static Command once() {
        return Command.withId(UUID.randomUUID().toString());
    }
}
