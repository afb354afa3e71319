package org.throughcare.participant.consent;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** The event or condition with which a release of information ends has come about (C7). */
public final class EndingAConsent {

    private final Aggregates<Consent> consents;
    private final BusinessClock clock;

    public EndingAConsent(Aggregates<Consent> consents, BusinessClock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    public Result<Consent> end(Command command, UUID id) {
        return consents.change(command, id.toString(), consent -> consent.eventCame(clock.now()));
    }
}
