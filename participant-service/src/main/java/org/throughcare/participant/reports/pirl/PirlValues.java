package org.throughcare.participant.reports.pirl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Eligibility;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.reports.Quarter;

/** Works out the values that a layout names by their source. */
final class PirlValues {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String NOT_YET = "9";
    private static final String WAGES_NOT_YET = "999999.99";
    private static final BigDecimal WEEKS_IN_A_QUARTER = BigDecimal.valueOf(13);

    private final LocalDate asOf;

    PirlValues(LocalDate asOf) {
        this.asOf = asOf;
    }

    String value(String source, ParticipationFacts f) {
        int colon = source.indexOf(':');
        String kind = colon < 0 ? source : source.substring(0, colon);
        String of = colon < 0 ? "" : source.substring(colon + 1);
        Eligibility.AtEntry entry = f.atEntry();
        return switch (kind) {
            case "identifier" -> f.caseNumber().replaceAll("[^0-9A-Za-z]", "");
            case "disability" -> entry == null ? NOT_YET : String.valueOf(entry.disability());
            case "veteran" -> entry == null ? NOT_YET : String.valueOf(entry.veteran());
            case "employmentStatus" -> entry == null ? "" : String.valueOf(entry.employmentStatus());
            case "educationLevel" -> entry == null ? "" : String.valueOf(entry.educationLevel());
            case "barrier" ->
                entry == null ? NOT_YET : flag(entry.barriers().contains(Eligibility.Barrier.valueOf(of)));
            case "entry" -> date(f.entry());
            case "exit" -> date(exitOn(f));
            case "fund" -> flag(f.programmes().stream().anyMatch(p -> p.fundSource() == FundSource.valueOf(of)));
            case "otherReason" -> otherReason(f.exit());
            case "lastOfLevel" -> date(lastOfLevel(f, of));
            case "firstOf" -> date(given(f, of).min(Comparator.naturalOrder()).orElse(null));
            case "lastOf" -> date(given(f, of).max(Comparator.naturalOrder()).orElse(null));
            case "received" -> flag(given(f, of).findAny().isPresent());
            case "lastFollowUp" -> date(lastFollowUp(f));
            case "employed" -> employed(f, Integer.parseInt(of));
            case "wages" -> wages(f, Integer.parseInt(of));
            case "enteredEmployment" ->
                date(f.jobs().stream()
                        .map(EnrolmentSnapshot.Job::startedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
            default -> throw new IllegalStateException("the layout names an unknown source " + source);
        };
    }

    private static @Nullable LocalDate exitOn(ParticipationFacts f) {
        EnrolmentSnapshot.Ended exit = f.exit();
        return exit == null ? null : exit.on();
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    private static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    private static Stream<LocalDate> given(ParticipationFacts f, String element) {
        return f.services().stream().filter(s -> s.pirl().contains(element)).flatMap(s -> s.givenOn().stream());
    }

    private static @Nullable LocalDate lastOfLevel(ParticipationFacts f, String levels) {
        List<String> wanted = Arrays.asList(levels.split(",", -1));
        return f.services().stream()
                .filter(s -> s.qualifying() && wanted.contains(s.level().name()))
                .flatMap(s -> s.givenOn().stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate lastFollowUp(ParticipationFacts f) {
        return Stream.concat(
                        given(f, "1503"), f.checkIns().stream().flatMap(c -> Optional.ofNullable(c.doneOn()).stream()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String otherReason(EnrolmentSnapshot.@Nullable Ended exit) {
        if (exit == null) {
            return "";
        }
        Exit.Kind kind = exit.kind();
        return switch (kind) {
            case INSTITUTIONALISED -> "01";
            case HEALTH, FAMILY_CARE -> "02";
            case DECEASED -> "03";
            case RESERVIST -> "04";
            case RESIDENTIAL_PROGRAMME -> "05";
            case NO_SERVICE, EMPLOYMENT -> "00";
        };
    }

    /** What follow-up found in the quarter; 9 until somebody found it out. */
    private String employed(ParticipationFacts f, int quarter) {
        if (f.exit() == null) {
            return "";
        }
        return found(f, quarter)
                .map(EnrolmentSnapshot.CheckIn::employed)
                .map(PirlValues::flag)
                .orElse(NOT_YET);
    }

    private String wages(ParticipationFacts f, int quarter) {
        if (f.exit() == null) {
            return "";
        }
        return found(f, quarter)
                .map(c -> {
                    BigDecimal hourly = c.hourlyWage();
                    BigDecimal hours = c.hoursPerWeek();
                    if (Boolean.FALSE.equals(c.employed())) {
                        return "0.00";
                    }
                    return hourly == null || hours == null
                            ? WAGES_NOT_YET
                            : hourly.multiply(hours)
                                    .multiply(WEEKS_IN_A_QUARTER)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .toPlainString();
                })
                .orElse(WAGES_NOT_YET);
    }

    private Optional<EnrolmentSnapshot.CheckIn> found(ParticipationFacts f, int number) {
        LocalDate exit = exitOn(f);
        if (exit == null) {
            return Optional.empty();
        }
        Quarter quarter = Quarter.afterExit(exit, number);
        return f.checkIns().stream()
                .filter(c -> c.employed() != null)
                .filter(c -> {
                    LocalDate done = c.doneOn();
                    return done != null && quarter.contains(done) && !done.isAfter(asOf);
                })
                .reduce((earlier, later) -> later);
    }
}
