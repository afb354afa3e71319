package org.throughcare.participant.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.json.Json;
import tools.jackson.core.type.TypeReference;

/** The policies, catalogues and standards that ship, read as the service reads them. */
final class Shipped implements PoliciesInForce, ServiceCatalogues, SelfSufficiencyStandards {

    static final UUID SITE = new UUID(0, 7);

    @Override
    public PolicyInForce on(Programme programme, @Nullable UUID site, LocalDate date) {
        PolicyValues values = read("/policies/" + file(programme), new TypeReference<>() {});
        return new PolicyInForce(
                new UUID(1, programme.ordinal()), 0, programme, null, LocalDate.of(2000, 1, 1), values);
    }

    @Override
    public ServiceCatalogue of(Programme programme, LocalDate on) {
        List<ServiceCatalogue> versions = read("/enrolment/catalogues/" + file(programme), new TypeReference<>() {});
        return versions.getLast();
    }

    @Override
    public SelfSufficiencyStandard on(LocalDate day) {
        List<SelfSufficiencyStandard> versions = read("/enrolment/self-sufficiency.json", new TypeReference<>() {});
        return versions.getLast();
    }

    private static String file(Programme programme) {
        return programme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(name), name)) {
            return Json.strict().readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
