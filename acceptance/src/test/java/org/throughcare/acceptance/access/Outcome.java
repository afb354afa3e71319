package org.throughcare.acceptance.access;

import org.throughcare.acceptance.badinput.Asking.Said;
import tools.jackson.databind.JsonNode;

/** What an answer comes to, as far as access goes; each a word of the table. */
enum Outcome {
    /** Let in: done, or refused for what the request says or what state the thing is in. */
    YES("y"),
    /** 403: not for this kind of caller. */
    NO("-"),
    /** 403: the case belongs to others. */
    CLOSED("c"),
    /** 404: there is no such thing, for this caller at least. */
    ABSENT("n"),
    /** 400: the input is looked at before the caller is; nothing is told and nothing done either way. */
    INPUT("i"),
    /** 401, which no known caller gets. */
    UNKNOWN("u"),
    /** Anything else, which nobody should get. */
    BROKEN("!");

    final String word;

    Outcome(String word) {
        this.word = word;
    }

    static Outcome of(Said said) {
        JsonNode entry = said.problem().path("outcomes").path(0);
        if (!entry.isMissingNode()) {
            // A batch answers for each of its entries by itself.
            return of(
                    entry.path("status").asInt(0),
                    entry.path("problem").path("type").asString(""));
        }
        return of(said.status(), said.slug());
    }

    private static Outcome of(int status, String problem) {
        return switch (status) {
            case 200, 201, 202, 204, 302, 409, 412, 422 -> YES;
            case 400 -> INPUT;
            case 401 -> UNKNOWN;
            case 403 -> problem.endsWith("case-not-open") ? CLOSED : NO;
            case 404 -> ABSENT;
            case 503 -> problem.endsWith("broker-away") ? YES : BROKEN;
            default -> BROKEN;
        };
    }
}
