package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows in the layout of a schema, one per period of participation, in an order that does not change between exports. Facts are taken
 * one by one and become values at once, so that nobody's whole record is held until the last one has come.
 */
public final class PirlExport {

    private static final String OBSERVATION = "observation";

    private record Line(String caseNumber, LocalDate entry, String participant, List<String> values) {}

    private final PirlSchema schema;
    private final LocalDate asOf;
    private final PirlValues values;
    private final List<Line> lines = new ArrayList<>();
    private int observations;

    /** @param asOf periods that began later are left out */
    public PirlExport(PirlSchema schema, LocalDate asOf) {
        this.schema = schema;
        this.asOf = asOf;
        this.values = new PirlValues(asOf);
    }

    public void add(ParticipationFacts facts) {
        if (!facts.entry().isAfter(asOf)) {
            lines.add(new Line(
                    facts.caseNumber(),
                    facts.entry(),
                    facts.participant(),
                    schema.elements().stream()
                            .map(e -> e.source().equals(OBSERVATION) ? "" : values.value(e.source(), facts))
                            .toList()));
        }
    }

    /** Of those that were added since it was asked before, by case number and entry, numbered on from the last, first from 1. */
    public List<PirlRow> rows() {
        lines.sort(Comparator.comparing(Line::caseNumber).thenComparing(Line::entry));
        List<PirlRow> rows = lines.stream().map(this::numbered).toList();
        lines.clear();
        return rows;
    }

    /** How many rows there were so far. */
    public int observations() {
        return observations;
    }

    private PirlRow numbered(Line line) {
        observations++;
        List<String> numbered = new ArrayList<>(line.values());
        for (int i = 0; i < numbered.size(); i++) {
            if (schema.elements().get(i).source().equals(OBSERVATION)) {
                numbered.set(i, String.valueOf(observations));
            }
        }
        return new PirlRow(observations, line.participant(), numbered);
    }
}
