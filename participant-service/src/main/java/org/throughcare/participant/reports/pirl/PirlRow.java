package org.throughcare.participant.reports.pirl;

import java.util.List;

/** One line of the export: the values in the layout's order, and whose they are. */
public record PirlRow(int observation, String participant, List<String> values) {

    public PirlRow {
        values = List.copyOf(values);
    }
}
