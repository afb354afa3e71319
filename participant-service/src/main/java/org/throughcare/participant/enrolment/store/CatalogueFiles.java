package org.throughcare.participant.enrolment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughcare.participant.enrolment.SelfSufficiencyStandard;
import org.throughcare.participant.enrolment.SelfSufficiencyStandards;
import org.throughcare.participant.enrolment.ServiceCatalogue;
import org.throughcare.participant.enrolment.ServiceCatalogues;
import org.throughcare.participant.policy.Programme;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues and standards that ship with the suite, each file holding all versions. */
final class CatalogueFiles implements ServiceCatalogues, SelfSufficiencyStandards {

    private final Map<Programme, List<ServiceCatalogue>> catalogues = new EnumMap<>(Programme.class);
    private final List<SelfSufficiencyStandard> standards;

    CatalogueFiles(JsonMapper json) {
        for (Programme programme : Programme.values()) {
            String name = programme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            List<ServiceCatalogue> versions = read(json, "catalogues/" + name + ".json", new TypeReference<>() {});
            catalogues.put(
                    programme,
                    versions.stream()
                            .sorted(Comparator.comparing(ServiceCatalogue::effectiveFrom))
                            .toList());
        }
        standards = read(json, "self-sufficiency.json", new TypeReference<>() {});
    }

    @Override
    public ServiceCatalogue of(Programme programme, LocalDate on) {
        List<ServiceCatalogue> versions = catalogues.getOrDefault(programme, List.of());
        return versions.stream()
                .filter(v -> !v.effectiveFrom().isAfter(on))
                .reduce((older, newer) -> newer)
                .orElseGet(versions::getFirst);
    }

    @Override
    public SelfSufficiencyStandard on(LocalDate day) {
        return standards.stream()
                .filter(v -> !v.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(SelfSufficiencyStandard::effectiveFrom))
                .orElseGet(standards::getFirst);
    }

    private static <T> T read(JsonMapper json, String name, TypeReference<T> type) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream("/enrolment/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
