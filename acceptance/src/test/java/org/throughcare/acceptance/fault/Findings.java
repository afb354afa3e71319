package org.throughcare.acceptance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was compared after a run, and what was wrong, with a few examples of each. */
final class Findings {

    private static final int EXAMPLES = 5;

    /** One kind of fault. */
    static final class Kind {
        final String name;
        final List<String> examples = new ArrayList<>();
        int count;

        Kind(String name) {
            this.name = name;
        }

        void add(String example) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(example);
            }
        }

        boolean none() {
            return count == 0;
        }

        @Override
        public String toString() {
            return name + " " + count + (none() ? "" : " e.g. " + examples);
        }
    }

    final Kind lost = new Kind("lost");
    final Kind appliedTwice = new Kind("applied twice");
    final Kind unpublished = new Kind("announced but never published");
    final Kind behind = new Kind("copies that differ");
    final Kind wrongEffects = new Kind("effects missing or more than one");
    final Kind deadLetters = new Kind("dead letters");
    final Kind untold = new Kind("not in the partner's queue");
    /** Whether nothing is wrong that is looked for in stores, messages and copies. */
    boolean areGood() {
        return Stream.of(lost, appliedTwice, unpublished, behind, wrongEffects, deadLetters)
                .allMatch(Kind::none);
    }

    int entries;
    int publishedAgain;
    int recovered;
    int copies;
    int told;
    int toldAgain;
    int effects;
}
