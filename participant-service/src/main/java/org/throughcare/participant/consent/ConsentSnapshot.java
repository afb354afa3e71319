package org.throughcare.participant.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A release of information as the other services know it. Before telling anyone anything they ask whether it stands. */
public record ConsentSnapshot(
        UUID id,
        UUID participant,
        UUID recipient,
        String recipientName,
        String purpose,
        List<InformationKind> kinds,
        LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        Consent.State state) {

    public static ConsentSnapshot of(Consent consent) {
        return new ConsentSnapshot(
                consent.id(),
                consent.participant(),
                consent.recipient(),
                consent.recipientName(),
                consent.purpose(),
                consent.kinds(),
                consent.signedOn(),
                consent.expiresOn(),
                consent.state());
    }
}
