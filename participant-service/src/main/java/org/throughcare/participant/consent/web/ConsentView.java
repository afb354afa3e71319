package org.throughcare.participant.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.consent.InformationKind;
import org.throughcare.participant.consent.Signature;
import org.throughcare.participant.consent.SubstanceUseTerms;

/**
 * A release of information as those with a right to the case see it.
 *
 * @param participant under whose id it was signed: another of the person's, perhaps (H8)
 * @param expiresWhen the event or condition with which it ends, in words
 * @param signature absent on those from before it was recorded
 */
record ConsentView(
        UUID id,
        UUID participant,
        UUID recipient,
        String recipientName,
        String purpose,
        List<InformationKind> kinds,
        LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String expiresWhen,
        Consent.State state,
        @Nullable LocalDate revokedOn,
        @Nullable Signature signature,
        @Nullable SubstanceUseTerms substanceUse) {

    static ConsentView of(Consent c) {
        return new ConsentView(
                c.id(),
                c.participant(),
                c.recipient(),
                c.recipientName(),
                c.purpose(),
                c.kinds(),
                c.signedOn(),
                c.expiresOn(),
                c.expiresWhen(),
                c.state(),
                c.revokedOn(),
                c.signature(),
                c.substanceUse());
    }
}
