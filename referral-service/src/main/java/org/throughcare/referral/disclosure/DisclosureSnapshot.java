package org.throughcare.referral.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.known.InformationKind;

/** What left, when, for whom and under which release of information. */
public record DisclosureSnapshot(
        UUID id,
        UUID referral,
        UUID participant,
        UUID partner,
        Disclosure.Way way,
        String event,
        @Nullable UUID consent,
        @Nullable Long consentRevision,
        List<InformationKind> kinds,
        Standing state,
        @Nullable String reason,
        Instant decidedAt,
        @Nullable Instant at) {

    /** The state on the wire. */
    public enum Standing {
        DECIDED,
        SENT,
        WITHHELD,
        POSSIBLY_SENT
    }

    public static DisclosureSnapshot of(Disclosure disclosure) {
        return switch (disclosure.state()) {
            case Disclosure.State.Decided decided -> of(disclosure, Standing.DECIDED, decided.waitsFor(), null);
            case Disclosure.State.Sent sent -> of(disclosure, Standing.SENT, null, sent.at());
            case Disclosure.State.Withheld held -> of(disclosure, Standing.WITHHELD, held.reason(), held.at());
            case Disclosure.State.PossiblySent maybe ->
                of(disclosure, Standing.POSSIBLY_SENT, maybe.reason(), maybe.since());
        };
    }

    private static DisclosureSnapshot of(
            Disclosure disclosure, Standing state, @Nullable String reason, @Nullable Instant at) {
        return new DisclosureSnapshot(
                disclosure.id(),
                disclosure.referral(),
                disclosure.participant(),
                disclosure.partner(),
                disclosure.way(),
                disclosure.event(),
                disclosure.consent(),
                disclosure.consentRevision(),
                disclosure.kinds(),
                state,
                reason,
                disclosure.decidedAt(),
                at);
    }
}
