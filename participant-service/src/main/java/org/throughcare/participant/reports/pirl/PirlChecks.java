package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The edit checks, in the order in which the receiver runs them: valid values, then duplicates, then logic. Rows can be brought in
 * parts; of those that were looked at no more is kept than duplicates need.
 */
public final class PirlChecks {

    /** Which check. */
    public enum Stage {
        VALID_VALUE,
        DUPLICATE,
        LOGIC
    }

    /**
     * One fault, in words.
     *
     * @param row the observation, counted from 1
     * @param element number of the element at fault
     * @param rule what the receiver asks for
     * @param problem what is there instead
     */
    public record Problem(
            int row,
            Stage stage,
            String participant,
            String element,
            String name,
            String value,
            String rule,
            String problem) {}

    /** What is asked for and what is there instead. */
    private record Fault(String rule, String what) {}

    /** When somebody took part, as reported; days as YYYYMMDD, the last day empty while it goes on. */
    private record Reported(int row, String entry, String exit) {

        private boolean goesOnAt(String day) {
            return exit.isEmpty() || exit.compareTo(day) >= 0;
        }

        boolean meets(Reported other) {
            return entry.equals(other.entry) || goesOnAt(other.entry) && other.goesOnAt(entry);
        }
    }

    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]{2}");
    private static final String ONCE = "A period of participation is reported once.";
    private static final String ONE_AT_A_TIME = "A person's next period begins after the one before has ended.";
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final PirlSchema schema;
    private final LocalDate asOf;
    private final Map<String, List<Reported>> reported = new HashMap<>();
    private List<Problem> problems = new ArrayList<>();
    private int found;

    public PirlChecks(PirlSchema schema, LocalDate asOf) {
        this.schema = schema;
        this.asOf = asOf;
    }

    /**
     * The faults of these rows, by stage, then by row. Duplicates are those among them and of what was looked at before. Rows with an
     * invalid value are not looked at for duplicates or logic.
     */
    public List<Problem> of(List<PirlRow> rows) {
        problems = new ArrayList<>();
        rows.forEach(this::values);
        Set<Integer> invalid = problems.stream().map(Problem::row).collect(Collectors.toSet());
        List<PirlRow> valid =
                rows.stream().filter(r -> !invalid.contains(r.observation())).toList();
        valid.forEach(this::duplicate);
        valid.forEach(this::logic);
        found += problems.size();
        return List.copyOf(problems);
    }

    /** Faults so far. */
    public int found() {
        return found;
    }

    private void values(PirlRow row) {
        for (PirlSchema.Element element : schema.elements()) {
            String value = row.values().get(element.column() - 1);
            fault(element, value).ifPresent(f -> add(Stage.VALID_VALUE, row, element.number(), f.rule(), f.what()));
        }
    }

    private static Optional<Fault> fault(PirlSchema.Element element, String value) {
        if (value.isEmpty()) {
            return element.required() ? Optional.of(new Fault("A value is required.", "is missing")) : Optional.empty();
        }
        if (value.length() > element.length()) {
            return Optional.of(new Fault(
                    "At most " + element.length() + " characters.",
                    "is longer than " + element.length() + " characters"));
        }
        boolean well = switch (element.type()) {
            case IN -> WHOLE.matcher(value).matches();
            case DE -> AMOUNT.matcher(value).matches();
            case DT -> isDate(value);
            case AN -> true;
        };
        if (!well) {
            return Optional.of(new Fault(written(element.type()), "is not of type " + element.type()));
        }
        return element.codes().isEmpty() || element.codes().contains(value)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "One of the codes " + String.join(", ", element.codes()) + ".",
                        "is none of " + element.codes()));
    }

    private static String written(PirlSchema.Type type) {
        return switch (type) {
            case IN -> "A whole number, digits only.";
            case DE -> "An amount with two decimals, as 1234.50.";
            case DT -> "A day of the calendar, as YYYYMMDD.";
            case AN -> "Text.";
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value, DATE);
            return true;
        } catch (DateTimeParseException not) {
            return false;
        }
    }

    /** The same person entered twice, or again before another period ended. */
    private void duplicate(PirlRow row) {
        Reported period = new Reported(row.observation(), value(row, "900"), value(row, "901"));
        List<Reported> others = reported.computeIfAbsent(value(row, "100"), id -> new ArrayList<>());
        others.stream().filter(period::meets).findFirst().ifPresent(other -> {
            if (other.entry().equals(period.entry())) {
                add(Stage.DUPLICATE, row, "900", ONCE, "is the entry of row " + other.row() + ", too");
            } else {
                add(
                        Stage.DUPLICATE,
                        row,
                        "900",
                        ONE_AT_A_TIME,
                        "begins a period that meets that of row " + other.row());
            }
        });
        others.add(period);
    }

    private void logic(PirlRow row) {
        String entry = value(row, "900");
        String exit = value(row, "901");
        if (!exit.isEmpty() && exit.compareTo(entry) < 0) {
            add(
                    Stage.LOGIC,
                    row,
                    "901",
                    "An exit is not before the entry, element 900.",
                    "is before the entry, " + entry);
        }
        if (exit.compareTo(DATE.format(asOf)) > 0) {
            add(Stage.LOGIC, row, "901", "An exit lies on or before the day of the report.", "lies in the future");
        }
        if (exit.isEmpty() && !value(row, "923").isEmpty()) {
            add(
                    Stage.LOGIC,
                    row,
                    "923",
                    "A reason for exit comes with an exit, element 901.",
                    "gives a reason for an exit that is not there");
        }
        if (value(row, "1300").equals("1") && value(row, "1302").isEmpty()) {
            add(
                    Stage.LOGIC,
                    row,
                    "1302",
                    "Who received training, element 1300, has a day on which it began.",
                    "is missing although training was received");
        }
        for (String started : List.of("1200", "1302", "1202")) {
            if (!value(row, started).isEmpty() && value(row, started).compareTo(entry) < 0) {
                add(
                        Stage.LOGIC,
                        row,
                        started,
                        "Services begin on or after the entry, element 900.",
                        "is before the entry, " + entry);
            }
        }
        if (!exit.isEmpty() && value(row, "1004").compareTo(exit) > 0) {
            add(
                    Stage.LOGIC,
                    row,
                    "1004",
                    "The last service lies on or before the exit, element 901.",
                    "is after the exit, " + exit);
        }
        outcomes(row, "1600", "1703");
        outcomes(row, "1602", "1704");
        outcomes(row, "1604", "1705");
        outcomes(row, "1606", "1706");
    }

    private void outcomes(PirlRow row, String employed, String wages) {
        if (value(row, employed).equals("1") && value(row, wages).equals("0.00")) {
            add(
                    Stage.LOGIC,
                    row,
                    wages,
                    "Who is employed in the quarter, element " + employed + ", has wages in it.",
                    "is zero although element " + employed + " says employed");
        }
        if (value(row, employed).equals("0") && !value(row, wages).equals("0.00")) {
            add(
                    Stage.LOGIC,
                    row,
                    wages,
                    "Who is not employed in the quarter, element " + employed + ", has no wages in it.",
                    "is not zero although element " + employed + " says not employed");
        }
    }

    private String value(PirlRow row, String number) {
        return row.values().get(schema.columnOf(number));
    }

    private void add(Stage stage, PirlRow row, String number, String rule, String why) {
        PirlSchema.Element element = schema.elements().get(schema.columnOf(number));
        problems.add(new Problem(
                row.observation(),
                stage,
                row.participant(),
                number,
                element.name(),
                value(row, number),
                rule,
                "Element " + number + " (" + element.name() + ") " + why + "."));
    }
}
