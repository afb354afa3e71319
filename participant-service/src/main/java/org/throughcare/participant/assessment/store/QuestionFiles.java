package org.throughcare.participant.assessment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.throughcare.participant.assessment.QuestionSet;
import org.throughcare.participant.assessment.QuestionSets;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.json.Json;
import tools.jackson.core.type.TypeReference;

/** The question sets that ship with the suite, one file per programme, each with all versions there ever were. */
final class QuestionFiles implements QuestionSets {

    private final Map<Programme, List<QuestionSet>> sets = new EnumMap<>(Programme.class);

    /** @param folder on the class path, with a slash at both ends */
    QuestionFiles(String folder) {
        for (Programme programme : Programme.values()) {
            String name = programme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
            sets.put(programme, checked(programme, read(folder + name)));
        }
    }

    @Override
    public QuestionSet of(Programme programme, LocalDate on) {
        List<QuestionSet> versions = all(programme);
        return versions.stream()
                .filter(v -> !v.effectiveFrom().isAfter(on))
                .reduce((older, newer) -> newer)
                .orElseGet(versions::getFirst);
    }

    @Override
    public Optional<QuestionSet> version(Programme programme, int version) {
        return all(programme).stream().filter(v -> v.version() == version).findFirst();
    }

    private List<QuestionSet> all(Programme programme) {
        return Objects.requireNonNull(sets.get(programme));
    }

    /** By day; a version that comes later has a higher number. */
    private static List<QuestionSet> checked(Programme programme, List<QuestionSet> read) {
        List<QuestionSet> versions = read.stream()
                .sorted(Comparator.comparing(QuestionSet::effectiveFrom))
                .toList();
        int last = 0;
        for (QuestionSet each : versions) {
            if (each.programme() != programme || each.version() <= last) {
                throw new IllegalStateException(
                        "question set " + each.version() + " of " + programme + " is out of order");
            }
            last = each.version();
        }
        return versions;
    }

    private static List<QuestionSet> read(String name) {
        try (InputStream in = Objects.requireNonNull(QuestionFiles.class.getResourceAsStream(name), name)) {
            return Json.strict().readValue(in, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
