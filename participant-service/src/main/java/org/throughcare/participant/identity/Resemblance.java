package org.throughcare.participant.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much two people resemble each other, with the reasons in words (H8). A shared number decides; a name and a date of
 * birth add up.
 */
public record Resemblance(int score, List<String> reasons) {

    private static final int LIKELY = 60;
    private static final int WORTH_A_LOOK = 35;

    public Resemblance {
        reasons = List.copyOf(reasons);
    }

    /** Only a person can say that these two are not one. */
    boolean likely() {
        return score >= LIKELY;
    }

    boolean worthALook() {
        return score >= WORTH_A_LOOK;
    }

    static Resemblance of(
            PersonName one,
            @Nullable LocalDate oneBorn,
            PersonName other,
            @Nullable LocalDate otherBorn,
            Collection<Identifier.Kind> sharedNumbers) {
        Tally tally = new Tally();
        for (Identifier.Kind each : sharedNumbers) {
            tally.add(100, "has the same " + each.inWords());
        }
        name(one, other, tally);
        if (oneBorn != null && otherBorn != null) {
            born(oneBorn, otherBorn, tally);
        }
        return new Resemblance(Math.clamp(tally.score, 0, 100), tally.reasons);
    }

    private static void name(PersonName one, PersonName other, Tally tally) {
        if (one.same(other)) {
            tally.add(40, "has the same name");
        } else if (one.swapped(other)) {
            tally.add(30, "has the same names the other way round");
        } else if (!Collections.disjoint(PhoneticKeys.pairs(one), PhoneticKeys.pairs(other))) {
            tally.add(30, "has a name that sounds alike");
        } else if (!Collections.disjoint(PhoneticKeys.codes(one.family()), PhoneticKeys.codes(other.family()))) {
            tally.add(10, "has a family name that sounds alike");
        }
    }

    private static void born(LocalDate one, LocalDate other, Tally tally) {
        if (one.equals(other)) {
            tally.add(45, "was born on the same day");
        } else if (dayAndMonthSwapped(one, other)) {
            tally.add(30, "was born on that day with day and month swapped");
        } else if (oneDigitApart(one, other)) {
            tally.add(25, "was born on a day that differs in one digit");
        } else {
            tally.add(-30, "was born on another day");
        }
    }

    private static boolean dayAndMonthSwapped(LocalDate one, LocalDate other) {
        try {
            return LocalDate.of(one.getYear(), one.getDayOfMonth(), one.getMonthValue())
                    .equals(other);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean oneDigitApart(LocalDate one, LocalDate other) {
        String a = one.toString();
        String b = other.toString();
        int different = a.length() == b.length() ? 0 : 2;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static final class Tally {
        private int score;
        private final List<String> reasons = new ArrayList<>();

        void add(int points, String reason) {
            score += points;
            reasons.add(reason);
        }
    }
}
