package org.throughcare.notes.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * N12: SHA-256 over a canonical form of what was signed, by whom and when. Each field goes in with its name and length, so
 * that no two different notes have the same form; the form's version is its first field and is never changed in place.
 */
final class NoteHash {

    private final MessageDigest digest;

    private NoteHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static String of(String id, String participant, String author, Instant signedAt, Heading heading, Content content) {
        NoteText text = content.text();
        NoteHash hash = new NoteHash();
        hash.field("form", "case-note/1")
                .field("id", id)
                .field("participant", participant)
                .field("author", author)
                .field("signedAt", millis(signedAt))
                .field("kind", heading.kind())
                .field("method", heading.method())
                .field("occurredAt", heading.occurredAt())
                .field("answered", heading.answered())
                .field("service", heading.service())
                .field("contact", heading.contact())
                .list("topics", heading.topics())
                .field("restricted", heading.restricted())
                .field("deviceTime", heading.deviceTime())
                .field("receivedAt", millis(heading.receivedAt()))
                .field("location", text.location())
                .list("othersPresent", text.othersPresent())
                .list("othersConcerned", text.othersConcerned())
                .field("reason", text.reason())
                .field("discussion", text.discussion())
                .field("outcomeWanted", text.outcomeWanted())
                .field("obstacles", text.obstacles())
                .field("actionPlan", text.actionPlan())
                .field("nextSteps", text.nextSteps())
                .field("obstaclesResolved", text.obstaclesResolved())
                .field("requests", text.requests())
                .list(
                        "completionDates",
                        text.completionDates() == null
                                ? null
                                : text.completionDates().stream()
                                        .map(each -> each.by() + " " + each.what())
                                        .toList())
                .field("effectOnGoals", text.effectOnGoals())
                .field("salt", content.salt());
        return hash.hex();
    }

    static String ofAmendment(String before, String id, String author, Instant at, Amendment.Words words) {
        return new NoteHash()
                .field("form", "amendment/1")
                .field("before", before)
                .field("id", id)
                .field("author", author)
                .field("at", millis(at))
                .field("text", words.text())
                .field("salt", words.salt())
                .hex();
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    private NoteHash field(String name, @Nullable Object value) {
        if (value != null) {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((name + "=" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return this;
    }

    private NoteHash list(String name, @Nullable List<?> values) {
        if (values != null) {
            field(name, values.size());
            values.forEach(each -> field(name, each));
        }
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
