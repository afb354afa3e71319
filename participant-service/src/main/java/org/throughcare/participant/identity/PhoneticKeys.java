package org.throughcare.participant.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a name sounds, as keys to look candidates up by (H8): each word's codes, and pairs of a given and a family name's
 * codes in alphabetical order, so that a pair is found also with the names swapped.
 */
final class PhoneticKeys {

    /** More words than a name has; each adds look-ups. */
    private static final int MOST_WORDS = 6;

    private PhoneticKeys() {}

    static List<String> of(PersonName name) {
        SortedSet<String> keys = new TreeSet<>(pairs(name));
        keys.addAll(codes(name.family()));
        keys.addAll(codes(name.given()));
        return List.copyOf(keys);
    }

    static SortedSet<String> pairs(PersonName name) {
        SortedSet<String> pairs = new TreeSet<>();
        for (String family : codes(name.family())) {
            for (String given : codes(name.given())) {
                pairs.add(family.compareTo(given) < 0 ? family + "+" + given : given + "+" + family);
            }
        }
        return pairs;
    }

    static SortedSet<String> codes(String text) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        SortedSet<String> codes = new TreeSet<>();
        for (String word : PersonName.words(text).stream().limit(MOST_WORDS).toList()) {
            List<String> both = new ArrayList<>();
            both.add(metaphone.doubleMetaphone(word));
            both.add(metaphone.doubleMetaphone(word, true));
            both.stream().filter(code -> code != null && !code.isEmpty()).forEach(codes::add);
            if (both.stream().allMatch(code -> code == null || code.isEmpty())) {
                codes.add(word);
            }
        }
        return codes;
    }
}
