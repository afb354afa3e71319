package org.throughcare.acceptance.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Words that are put where only people with a right to read them may see them, each to be found again by where it was put. */
final class Secrets {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Needles clear = new Needles();
    private final Needles coded = new Needles();

    /** Somebody's number, that no other number contains; without noughts, since no social security number has groups of them. */
    String number(String where, int digits) {
        StringBuilder number = new StringBuilder("7");
        while (number.length() < digits) {
            number.append(ThreadLocalRandom.current().nextInt(1, 10));
        }
        keep(where, number.toString());
        return number.toString();
    }

    /** A sentence with a word in it that is nowhere else. */
    String sentence(String where) {
        String word = "zq" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 52, 1L << 53), 36);
        keep(where, word);
        return "He said " + word + " and nothing else.";
    }

    String word(String where) {
        String sentence = sentence(where);
        return sentence.split(" ")[2];
    }

    private void keep(String where, String word) {
        if (words.put(where, word) != null) {
            throw new IllegalStateException("two words for " + where);
        }
        clear.add(word, where);
        inBase64(word).forEach(form -> coded.add(form, where + " (base64)"));
    }

    /** Where the words that the text shows were put; also those that are hidden in base64 alone. */
    Set<String> shownIn(String text) {
        Set<String> shown = new TreeSet<>(clear.in(text.toLowerCase(Locale.ROOT)));
        for (String each : coded.in(text)) {
            if (!shown.contains(each.substring(0, each.lastIndexOf(" (")))) {
                shown.add(each);
            }
        }
        return shown;
    }

    /** A word's middle as it looks in base64, wherever in a group of three bytes it begins. */
    private static List<String> inBase64(String word) {
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] bytes = ("x".repeat(shift) + word).getBytes(StandardCharsets.US_ASCII);
            String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.add(text.substring(4, text.length() - 2));
        }
        return forms;
    }

    /** Many words looked for in one walk through a text: logs and dumps are long. */
    private static final class Needles {

        private static final int BITS = 16;

        private final BitSet beginnings = new BitSet(1 << BITS);
        private final Map<String, String> names = new LinkedHashMap<>();

        void add(String needle, String name) {
            names.put(needle, name);
            beginnings.set(beginning(needle, 0));
        }

        Set<String> in(String text) {
            Set<String> found = new TreeSet<>();
            for (int at = 0; at + 3 <= text.length(); at++) {
                if (beginnings.get(beginning(text, at))) {
                    int here = at;
                    names.forEach((needle, name) -> {
                        if (text.startsWith(needle, here)) {
                            found.add(name);
                        }
                    });
                }
            }
            return found;
        }

        private static int beginning(String text, int at) {
            int hash = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
            return hash & ((1 << BITS) - 1);
        }
    }

    int count() {
        return words.size();
    }
}
