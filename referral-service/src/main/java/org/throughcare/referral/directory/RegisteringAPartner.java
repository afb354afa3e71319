package org.throughcare.referral.directory;

import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A partner is registered, or what is known of it changes. */
public final class RegisteringAPartner {

    private final Aggregates<Partner> partners;

    public RegisteringAPartner(Aggregates<Partner> partners) {
        this.partners = partners;
    }

    public Result<Partner> register(Command command, Partner asked) {
        return partners.createOrChange(
                command,
                asked.id().toString(),
                known -> known.map(partner -> partner.change(asked)).orElseGet(() -> Partner.register(asked)));
    }
}
