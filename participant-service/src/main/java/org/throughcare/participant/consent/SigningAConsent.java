package org.throughcare.participant.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** A participant signs a release of information (C7). */
public final class SigningAConsent {

    private final Aggregates<Consent> consents;
    private final Aggregates<Participant> participants;
    private final Aliases aliases;
    private final BusinessClock clock;

    public SigningAConsent(
            Aggregates<Consent> consents, Aggregates<Participant> participants, Aliases aliases, BusinessClock clock) {
        this.consents = consents;
        this.participants = participants;
        this.aliases = aliases;
        this.clock = clock;
    }

    public Result<Consent> sign(Command command, UUID id, UUID participant, Consent.Terms terms) {
        @Nullable
        Participant signing =
                participants.find(participant.toString()).map(Stored::state).orElse(null);
        if (signing == null) {
            return new Result.Missing<>();
        }
        Refusal closed = aliases.closed(participant);
        if (closed != null) {
            return new Result.Refused<>(closed);
        }
        String by = Scope.current().actor().toString();
        return consents.create(
                command, id.toString(), () -> Consent.sign(id, participant, signing.zone(), terms, clock.now(), by));
    }
}
