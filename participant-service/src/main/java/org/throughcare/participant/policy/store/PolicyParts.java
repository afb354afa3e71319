package org.throughcare.participant.policy.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.policy.AcknowledgingAPolicy;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.policy.ProgrammePolicy;
import org.throughcare.participant.policy.ProgrammePolicyEvent;
import org.throughcare.participant.policy.ProgrammePolicySnapshot;
import org.throughcare.participant.policy.PublishedPolicies;
import org.throughcare.participant.policy.PublishingAPolicy;
import org.throughcare.participant.policy.ShippedPolicies;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class PolicyParts {

    static final AggregateType<ProgrammePolicy> TYPE = AggregateType.named(
                    "programme-policy", ProgrammePolicy.class, ProgrammePolicyEvent.class)
            .announcing(ProgrammePolicySnapshot.class, ProgrammePolicySnapshot::of)
            .atSite(policy -> policy.site() == null ? null : policy.site().toString())
            .indexed("programme")
            .build();

    @Bean
    Aggregates<ProgrammePolicy> programmePolicies(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    ShippedPolicies shippedPolicies() {
        Map<Programme, PolicyValues> values = new EnumMap<>(Programme.class);
        for (Programme each : Programme.values()) {
            values.put(each, shipped(each));
        }
        return new ShippedPolicies(values);
    }

    static PolicyValues shipped(Programme programme) {
        String file = "/policies/" + programme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream in = Objects.requireNonNull(PolicyParts.class.getResourceAsStream(file), file)) {
            return Json.strict().readValue(in, PolicyValues.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    @Bean
    PoliciesInForce policiesInForce(Aggregates<ProgrammePolicy> policies, ShippedPolicies shipped) {
        return new PublishedPolicies(policies, shipped);
    }

    @Bean
    PublishingAPolicy publishingAPolicy(Aggregates<ProgrammePolicy> policies, BusinessClock clock) {
        return new PublishingAPolicy(policies, clock);
    }

    @Bean
    AcknowledgingAPolicy acknowledgingAPolicy(Aggregates<ProgrammePolicy> policies, BusinessClock clock) {
        return new AcknowledgingAPolicy(policies, clock);
    }
}
