package org.throughcare.participant.consent;

import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Who signed a release of information, and how; when is its {@code signedOn}.
 *
 * @param signedBy the name as it stands there
 * @param authority by what right someone else signed for the participant: asked for then
 */
public record Signature(
        String signedBy, Signer as, Manner manner, @Nullable String authority) {

    /** Who signed. */
    public enum Signer {
        PARTICIPANT,
        /** A parent, a guardian, or another whom the law lets sign. */
        REPRESENTATIVE
    }

    /** How it was signed. */
    public enum Manner {
        ON_PAPER,
        ELECTRONICALLY
    }

    @Nullable
    Refusal fault() {
        if (signedBy.isBlank()) {
            return Refusal.invalid("C7", "signature.signedBy", "Say who signed.");
        }
        boolean unsaid = as == Signer.REPRESENTATIVE && (authority == null || authority.isBlank());
        return unsaid
                ? Refusal.invalid(
                        "C7", "signature.authority", "Say by what right someone else signed for the participant.")
                : null;
    }
}
