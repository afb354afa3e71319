package org.throughcare.referral.directory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people need, in the directory's, referrals' and reports' common words: every stabilisation and supportive service among them
 * (H10).
 */
public enum NeedKind {
    HOUSING("housing", "shelter", "rent", "sober living", "reentry home", "utilit"),
    TRAINING("training", "apprentice", "credential", "certificate", "occupational"),
    EDUCATION("education", "ged", "high school", "literacy", "college"),
    EMPLOYMENT("employment", "employer", "job", "hiring", "staffing"),
    HEALTH("health", "clinic", "medical", "dental", "counseling", "counselling", "nutrition"),
    TREATMENT("substance", "recovery", "detox", "addiction"),
    TRANSPORT("transport", "bus pass", "ride"),
    IDENTIFICATION("identification", "birth certificate", "driver license", "right-to-work"),
    FOOD("food", "meal", "pantry"),
    CLOTHING("clothing", "clothes", "tools"),
    LEGAL("legal", "expungement", "child support"),
    CRISIS("crisis", "domestic violence", "family violence", "hotline"),
    SUPPORT_GROUP("support group", "peer support", "mutual help"),
    LIFE_SKILLS("life skill", "parenting", "money management", "home management"),
    CHILDCARE("childcare", "child care", "preschool"),
    BENEFITS("benefits", "snap enrollment", "cash assistance"),
    OTHER;

    private final @Nullable Pattern words;

    /** @param words in small letters, or the beginnings of some */
    NeedKind(String... words) {
        this.words = words.length == 0 ? null : Pattern.compile("\\b(?:" + String.join("|", words) + ")");
    }

    /** The kinds whose words occur in what a listing says of itself; OTHER when none does. */
    static List<NeedKind> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<NeedKind> found =
                Stream.of(values()).filter(kind -> kind.isIn(lower)).toList();
        return found.isEmpty() ? List.of(OTHER) : found;
    }

    private boolean isIn(String text) {
        return words != null && words.matcher(text).find();
    }
}
