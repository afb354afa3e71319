package org.throughcare.participant.custody;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * The custody records of people, some of whom have two ids (H8): read by either, and changed under the terms of the day by the
 * one that is no alias.
 */
public final class CustodyRecords {

    private final Aggregates<Custody> custodies;
    private final CustodyTerms terms;
    private final Aliases aliases;

    public CustodyRecords(Aggregates<Custody> custodies, CustodyTerms terms, Aliases aliases) {
        this.custodies = custodies;
        this.terms = terms;
        this.aliases = aliases;
    }

    /** The record under the id that stands for the person; when there is none, the one under an alias. */
    public Optional<Stored<Custody>> of(UUID participant) {
        return aliases.allOf(participant).stream()
                .flatMap(id -> custodies.find(id.toString()).stream())
                .findFirst();
    }

    Result<Custody> change(
            Command command, UUID participant, BiFunction<Custody, Custody.Circumstances, Decision<Custody>> decision) {
        @Nullable Refusal closed = aliases.closed(participant);
        // decided within the change, so that a repeat of what was done before a merge is answered as the first time
        Result<Custody> result = custodies.change(
                command,
                participant.toString(),
                custody -> closed == null ? decision.apply(custody, terms.of(custody)) : Decision.refuse(closed));
        return closed != null && result instanceof Result.Missing<Custody> ? new Result.Refused<>(closed) : result;
    }
}
