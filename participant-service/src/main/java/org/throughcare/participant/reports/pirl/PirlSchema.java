package org.throughcare.participant.reports.pirl;

import java.util.List;

/**
 * The layout of the federal participant record, as data: a new year's layout is a new file.
 *
 * @param version the federal layout's
 * @param layout ours: which columns, in which order
 */
public record PirlSchema(String name, String version, String layout, List<Element> elements) {

    /**
     * One column.
     *
     * @param column counts from 1
     * @param type IN whole number, AN text, DT date as YYYYMMDD, DE amount with two decimals
     * @param source where the value comes from; {@code observation} for the row's number, else see {@link PirlValues}
     * @param codes allowed values; empty for any
     */
    public record Element(
            int column,
            String number,
            String name,
            Type type,
            int length,
            String source,
            boolean required,
            List<String> codes) {

        public Element {
            codes = List.copyOf(codes);
        }
    }

    /** Kinds of value. */
    public enum Type {
        IN,
        AN,
        DT,
        DE
    }

    public PirlSchema {
        elements = List.copyOf(elements);
    }

    int columnOf(String number) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).number().equals(number)) {
                return i;
            }
        }
        throw new IllegalStateException("the layout has no element " + number);
    }
}
