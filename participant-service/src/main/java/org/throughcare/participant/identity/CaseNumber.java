package org.throughcare.participant.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;

/**
 * The short number that people say on the phone: six characters and a check character, written {@code 7K3-M9QX}. Its
 * alphabet has no two characters that look alike and no vowels. It has 23 characters, a prime, so the weighted sum notices
 * every single wrong character and every swap of two neighbours. Unique per grantee by a claim, and never reused.
 */
public record CaseNumber(String value) {

    static final String ALPHABET = "23456789CDFHJKMNPQRTVWX";
    private static final int LENGTH = 6;

    /**
     * The number a participant gets when {@code attempt} others were taken: it follows from the participant, so a repeated
     * intake comes to the same one.
     */
    static CaseNumber candidate(UUID participant, int attempt) {
        UUID seed = Command.derived("case-number", participant.toString(), String.valueOf(attempt));
        long rest = seed.getMostSignificantBits() ^ Long.rotateLeft(seed.getLeastSignificantBits(), 23);
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
            rest = Long.divideUnsigned(rest, ALPHABET.length());
        }
        characters.append(check(characters));
        return new CaseNumber(characters.insert(3, '-').toString());
    }

    /** As typed or said: case, spaces and dashes do not matter; empty when the check character disagrees. */
    public static Optional<CaseNumber> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        boolean known = plain.length() == LENGTH + 1 && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known && check(plain.substring(0, LENGTH)) == plain.charAt(LENGTH)
                ? Optional.of(new CaseNumber(plain.substring(0, 3) + "-" + plain.substring(3)))
                : Optional.empty();
    }

    private static char check(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(characters.charAt(i));
        }
        return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
    }
}
