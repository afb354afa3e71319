package org.throughcare.acceptance.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Words that are put where only people with a right to read them may see them, each to be found again by where it was put. */
final class Secrets {

    private final Map<String, String> words = new LinkedHashMap<>();

    /** Somebody's number, that no other number contains. */
    String number(String where, int digits) {
        StringBuilder number = new StringBuilder("7");
        while (number.length() < digits) {
            number.append(ThreadLocalRandom.current().nextInt(10));
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
    }

    /** Where the words that the text shows were put; also those that are hidden in base64 alone. */
    List<String> shownIn(String text) {
        List<String> shown = new ArrayList<>();
        words.forEach((where, word) -> {
            if (text.toLowerCase(Locale.ROOT).contains(word)) {
                shown.add(where);
            } else if (inBase64(word).stream().anyMatch(text::contains)) {
                shown.add(where + " (base64)");
            }
        });
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

    int count() {
        return words.size();
    }
}
