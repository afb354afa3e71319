package org.throughcare.platform.messaging;

import java.util.Optional;

/** Handles a dead letter again, as if it had just come. */
public final class Replaying {

    /** HANDLED takes it from the dead letters; KEPT_AGAIN leaves it there with the new reason. */
    public enum Outcome {
        HANDLED,
        KEPT_AGAIN
    }

    private final DeadLetters letters;
    private final Handling handling;

    Replaying(DeadLetters letters, Handling handling) {
        this.letters = letters;
        this.handling = handling;
    }

    /** @return empty when there is no such dead letter */
    public Optional<Outcome> replay(String id) throws InterruptedException {
        Optional<DeadLetters.DeadLetter> letter = letters.show(id);
        Optional<byte[]> bytes = letters.bytes(id);
        if (letter.isEmpty() || bytes.isEmpty()) {
            return Optional.empty();
        }
        boolean handled = handling.handle(
                letter.get().queue(), letter.get().messageId(), letter.get().type(), bytes.get());
        if (handled) {
            letters.discard(id);
        }
        return Optional.of(handled ? Outcome.HANDLED : Outcome.KEPT_AGAIN);
    }
}
