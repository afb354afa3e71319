package org.throughcare.participant.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a participant is called. */
public record PersonName(
        String given, String family, @Nullable String preferred) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public PersonName {
        given = given.strip();
        family = family.strip();
        preferred = preferred == null || preferred.isBlank() ? null : preferred.strip();
    }

    /** Without accents, case and punctuation, words apart by one space: what people type when they look for a name. */
    public static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NOT_LETTERS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Words of a name, folded. */
    static List<String> words(String text) {
        return Arrays.stream(folded(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What a search by prefix looks among: each word, and the whole name in both orders. */
    public List<String> searchable() {
        Stream<String> whole = Stream.of(folded(given + " " + family), folded(family + " " + given));
        String called = preferred;
        Stream<String> words =
                Stream.of(given, family, called == null ? "" : called).flatMap(part -> words(part).stream());
        return Stream.concat(whole, words).distinct().sorted().toList();
    }

    boolean same(PersonName other) {
        return folded(given).equals(folded(other.given)) && folded(family).equals(folded(other.family));
    }

    boolean swapped(PersonName other) {
        return folded(given).equals(folded(other.family)) && folded(family).equals(folded(other.given));
    }
}
