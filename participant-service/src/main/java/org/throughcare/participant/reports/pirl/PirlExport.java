package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /** By case number and entry, numbered from 1. */
    public List<PirlRow> rows() {
        lines.sort(Comparator.comparing(Line::caseNumber).thenComparing(Line::entry));
        return IntStream.range(0, lines.size()).mapToObj(this::numbered).toList();
    }

    public static List<PirlRow> rows(PirlSchema schema, List<ParticipationFacts> all, LocalDate asOf) {
        PirlExport export = new PirlExport(schema, asOf);
        all.forEach(export::add);
        return export.rows();
    }

    private PirlRow numbered(int index) {
        Line line = lines.get(index);
        int observation = index + 1;
        List<String> numbered = IntStream.range(0, schema.elements().size())
                .mapToObj(i -> schema.elements().get(i).source().equals(OBSERVATION)
                        ? String.valueOf(observation)
                        : line.values().get(i))
                .toList();
        return new PirlRow(observation, line.participant(), numbered);
    }
}
