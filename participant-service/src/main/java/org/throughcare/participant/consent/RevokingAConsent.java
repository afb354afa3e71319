package org.throughcare.participant.consent;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A participant takes a release of information back; what it allowed stops at once (C7). */
public final class RevokingAConsent {

    private final Aggregates<Consent> consents;
    private final BusinessClock clock;

    public RevokingAConsent(Aggregates<Consent> consents, BusinessClock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    public Result<Consent> revoke(Command command, UUID id) {
        return consents.change(command, id.toString(), consent -> consent.revoke(clock.now()));
    }
}
