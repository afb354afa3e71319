package org.throughcare.notes.note;

import java.time.Instant;

/**
 * An addition to a signed note; the note itself stays as it was signed.
 *
 * @param sealed the words
 * @param hash over the words, author and time, chained to the note's hash or the amendment before
 */
public record Amendment(String id, String author, Instant at, String sealed, String hash) {

    /** What is sealed of an amendment. */
    public record Words(String text, String salt) {}
}
