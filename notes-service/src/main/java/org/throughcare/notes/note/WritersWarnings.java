package org.throughcare.notes.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * N12: hints while writing, never refusals. Words that hint at an opinion, at jargon, or at health and charges, which belong
 * in a restricted note. The words are data, and the grantee's to change.
 */
public final class WritersWarnings {

    /** What a word hints at. */
    public enum Hint {
        OPINION,
        JARGON,
        HEALTH,
        CHARGES,
        /** The contact that was used is not valid, or not to be used (L9). */
        CONTACT;

        private boolean belongsInARestrictedNote() {
            return this == HEALTH || this == CHARGES;
        }
    }

    /** @param words whole words or phrases, lower case */
    public record Entry(Hint hint, String advice, List<String> words) {

        public Entry {
            words = List.copyOf(words);
        }
    }

    /**
     * @param field dotted path in the note as it is sent
     * @param word that hints at it; of a contact, what it is
     */
    public record Warning(String field, Hint hint, String word, String advice) {}

    private record Rule(Hint hint, String advice, Pattern words) {}

    private final List<Rule> rules;

    public WritersWarnings(List<Entry> entries) {
        rules = entries.stream().map(WritersWarnings::rule).toList();
    }

    private static Rule rule(Entry entry) {
        String any = String.join("|", entry.words().stream().map(Pattern::quote).toList());
        return new Rule(
                entry.hint(),
                entry.advice(),
                Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    public List<Warning> on(NoteText text, boolean restricted) {
        List<Warning> warnings = new ArrayList<>();
        look("text.reason", text.reason(), restricted, warnings);
        look("text.discussion", text.discussion(), restricted, warnings);
        look("text.outcomeWanted", text.outcomeWanted(), restricted, warnings);
        look("text.obstacles", text.obstacles(), restricted, warnings);
        look("text.actionPlan", text.actionPlan(), restricted, warnings);
        look("text.nextSteps", text.nextSteps(), restricted, warnings);
        look("text.obstaclesResolved", text.obstaclesResolved(), restricted, warnings);
        look("text.requests", text.requests(), restricted, warnings);
        look("text.effectOnGoals", text.effectOnGoals(), restricted, warnings);
        return List.copyOf(warnings);
    }

    private void look(String field, @Nullable String part, boolean restricted, List<Warning> into) {
        if (part == null) {
            return;
        }
        for (Rule rule : rules) {
            if (restricted && rule.hint().belongsInARestrictedNote()) {
                continue;
            }
            rule.words()
                    .matcher(part)
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(word -> into.add(new Warning(field, rule.hint(), word, rule.advice())));
        }
    }
}
