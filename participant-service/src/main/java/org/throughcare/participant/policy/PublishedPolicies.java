package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Policies in force from what grantees published, else from what ships. */
public final class PublishedPolicies implements PoliciesInForce {

    private static final int MANY = 1000;

    private final Aggregates<ProgrammePolicy> policies;
    private final ShippedPolicies shipped;

    public PublishedPolicies(Aggregates<ProgrammePolicy> policies, ShippedPolicies shipped) {
        this.policies = policies;
        this.shipped = shipped;
    }

    @Override
    public PolicyInForce on(Programme programme, @Nullable UUID site, LocalDate date) {
        List<ProgrammePolicy> published = policies.where("programme", programme.name(), MANY).stream()
                .map(Stored::state)
                .toList();
        return inForce(published, site, date).orElseGet(() -> shipped.of(programme));
    }

    static Optional<PolicyInForce> inForce(List<ProgrammePolicy> published, @Nullable UUID site, LocalDate date) {
        Optional<ProgrammePolicy> own = site == null ? Optional.empty() : latest(published, site, date);
        return own.or(() -> latest(published, null, date)).map(ProgrammePolicy::inForce);
    }

    private static Optional<ProgrammePolicy> latest(
            List<ProgrammePolicy> published, @Nullable UUID site, LocalDate date) {
        return published.stream()
                .filter(policy -> Objects.equals(policy.site(), site))
                .filter(policy -> !policy.effectiveFrom().isAfter(date))
                .max(Comparator.comparing(ProgrammePolicy::effectiveFrom));
    }
}
