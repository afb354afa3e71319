package org.throughcare.acceptance.client;

import java.time.LocalDate;
import java.util.Map;

/** A made-up score of a test of basic skills (Y3). */
public final class SkillsScore {

    private SkillsScore() {}

    /** Reading, before the programme. */
    public static Map<String, Object> reading(LocalDate on) {
        return Map.of(
                "id",
                Ids.next(),
                "test",
                "TABE",
                "form",
                "13M",
                "area",
                "reading",
                "stage",
                "PRE",
                "score",
                548,
                "on",
                on.toString());
    }
}
