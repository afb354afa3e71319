package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows in the layout of a schema, one per period of participation, in an order that does not change between exports. */
public final class PirlExport {

    private PirlExport() {}

    /** @param asOf periods that began later are left out */
    public static List<PirlRow> rows(PirlSchema schema, List<ParticipationFacts> all, LocalDate asOf) {
        PirlValues values = new PirlValues(asOf);
        List<ParticipationFacts> inOrder = all.stream()
                .filter(f -> !f.entry().isAfter(asOf))
                .sorted(Comparator.comparing(ParticipationFacts::caseNumber).thenComparing(ParticipationFacts::entry))
                .toList();
        List<PirlRow> rows = new ArrayList<>();
        for (ParticipationFacts facts : inOrder) {
            int observation = rows.size() + 1;
            rows.add(new PirlRow(
                    observation,
                    facts.participant(),
                    schema.elements().stream()
                            .map(e -> values.value(e.source(), observation, facts))
                            .toList()));
        }
        return rows;
    }
}
