package org.throughcare.participant.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A number that belongs to one person only.
 *
 * @param issuer whose number it is, where the kind alone does not say: a jail, a state
 */
public record Identifier(Kind kind, @Nullable String issuer, String value) {

    private static final Pattern SSN = Pattern.compile("(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}");

    /** What the number is. */
    public enum Kind {
        SSN("social security number"),
        INMATE_NUMBER("number at the jail"),
        STATE_ID("state identification number"),
        PROGRAMME_ID("number in a programme");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    /** Without what people write between the characters, so that one number has one form. */
    String normal() {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** What the blind index is taken over; issuers keep numbers of different jails apart. */
    String indexed() {
        String of = issuer;
        return of == null ? normal() : PersonName.folded(of) + "|" + normal();
    }

    @Nullable
    Refusal fault() {
        if (kind == Kind.SSN && !SSN.matcher(normal()).matches()) {
            return Refusal.invalid("H8", "identifiers", "This is not a social security number that can exist.");
        }
        boolean nameless = kind != Kind.SSN && (issuer == null || issuer.isBlank());
        if (nameless) {
            return Refusal.invalid("H8", "identifiers", "Say whose number this is.");
        }
        return normal().isEmpty() ? Refusal.invalid("H8", "identifiers", "The number is empty.") : null;
    }
}
