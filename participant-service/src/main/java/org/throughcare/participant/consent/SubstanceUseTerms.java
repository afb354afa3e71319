package org.throughcare.participant.consent;

import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * What 42 CFR 2.31(a) wants on a consent to disclose substance-use records, beside the recipient, the purpose, the signature
 * and its date, which every release of information has. What is missing is null or blank.
 *
 * @param participantName the name of the person whom the records are about
 * @param discloser who may disclose: a person, a programme, or a class of them
 * @param amountAndKind how much of what may be disclosed, in words that say that it is substance-use information
 * @param mayRevokeAcknowledged the person was told that, and how, it can be revoked
 */
public record SubstanceUseTerms(
        @Nullable String participantName,
        @Nullable String discloser,
        @Nullable String amountAndKind,
        boolean mayRevokeAcknowledged) {

    @Nullable
    Refusal fault() {
        if (blank(participantName)) {
            return missing("participantName", "A consent for substance-use records names the person they are about.");
        }
        if (blank(discloser)) {
            return missing("discloser", "A consent for substance-use records says who may disclose them.");
        }
        if (blank(amountAndKind)) {
            return missing(
                    "amountAndKind",
                    "A consent for substance-use records describes how much and what kind of information it covers.");
        }
        return mayRevokeAcknowledged
                ? null
                : missing(
                        "mayRevokeAcknowledged",
                        "The person is told that they may revoke, and how, and acknowledges it.");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Refusal missing(String field, String reason) {
        return Refusal.invalid("C7", "substanceUse." + field, reason);
    }
}
