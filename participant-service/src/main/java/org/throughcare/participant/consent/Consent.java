package org.throughcare.participant.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A release of information (C7): a participant's signed word that one recipient may be told certain kinds of things for one
 * purpose.
 *
 * <p>Life: signed; stands until it is revoked, which works at once and for good, or until its last day has passed at the
 * participant's site. It is never changed: other words are another release. Whether it stands is asked of the day, never
 * of whether its end was noticed yet.
 *
 * @param recipient a partner, a probation officer's agency, a relative or an employer, by id
 * @param expiresOn last day on which it stands; null when it names none
 * @param signature who signed and how; null on those from before this was recorded
 * @param expiresWhen the event or condition with which it ends, in words; null when it names none
 * @param substanceUse what a consent for substance-use records says besides; null when it covers none
 */
public record Consent(
        UUID id,
        UUID participant,
        ZoneId zone,
        UUID recipient,
        String recipientName,
        String purpose,
        List<InformationKind> kinds,
        LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        State state,
        @Nullable LocalDate revokedOn,
        String recordedBy,
        @Nullable Signature signature,
        @Nullable String expiresWhen,
        @Nullable SubstanceUseTerms substanceUse) {

    /** REVOKED and EXPIRED are final. */
    public enum State {
        IN_FORCE,
        REVOKED,
        EXPIRED
    }

    /** What was signed. */
    public record Terms(
            UUID recipient,
            String recipientName,
            String purpose,
            List<InformationKind> kinds,
            LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String expiresWhen,
            @Nullable Signature signature,
            @Nullable SubstanceUseTerms substanceUse) {
        public Terms {
            kinds = kinds.stream().distinct().sorted().toList();
        }

        /** What every release has, then what 42 CFR 2.31 wants of one for substance-use records; null when nothing is missing. */
        private @Nullable Refusal fault(LocalDate today) {
            if (recipientName.isBlank()) {
                return missing("recipientName", "It names the recipient.");
            }
            if (purpose.isBlank()) {
                return missing("purpose", "It names the purpose.");
            }
            if (kinds.isEmpty()) {
                return missing("kinds", "It names the kinds of information it covers.");
            }
            if (signature == null) {
                return missing("signature", "Say who signed it, and how.");
            }
            if (signedOn.isAfter(today)) {
                return missing("signedOn", "It cannot be signed on a day that has not come.");
            }
            if (expiresOn != null && expiresOn.isBefore(today)) {
                return missing("expiresOn", "It has expired already.");
            }
            Refusal unsigned = signature.fault();
            return unsigned != null || !kinds.contains(InformationKind.SUBSTANCE_USE) ? unsigned : partTwoFault();
        }

        private @Nullable Refusal partTwoFault() {
            if (substanceUse == null) {
                return missing(
                        "substanceUse",
                        "A consent for substance-use records says what 42 CFR part 2 asks for besides.");
            }
            Refusal fault = substanceUse.fault();
            return fault == null && expiresOn == null && (expiresWhen == null || expiresWhen.isBlank())
                    ? missing(
                            "expiresOn",
                            "A consent for substance-use records names a date, an event or a condition with which it"
                                    + " expires.")
                    : fault;
        }

        private static Refusal missing(String field, String reason) {
            return Refusal.invalid("C7", field, reason);
        }
    }

    public Consent {
        kinds = List.copyOf(kinds);
    }

    static Decision<Consent> sign(UUID id, UUID participant, ZoneId zone, Terms terms, Instant now, String by) {
        Refusal fault = terms.fault(LocalDate.ofInstant(now, zone));
        return fault != null
                ? Decision.refuse(fault)
                : Decision.accept(
                        new Consent(
                                id,
                                participant,
                                zone,
                                terms.recipient(),
                                terms.recipientName(),
                                terms.purpose(),
                                terms.kinds(),
                                terms.signedOn(),
                                terms.expiresOn(),
                                State.IN_FORCE,
                                null,
                                by,
                                terms.signature(),
                                terms.expiresWhen(),
                                terms.substanceUse()),
                        new ConsentEvent.ConsentSigned(terms.recipient(), terms.signedOn()));
    }

    Decision<Consent> revoke(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (state) {
            case REVOKED -> Decision.unchanged();
            case EXPIRED -> Decision.refuse(Refusal.conflict("C7", "This release of information has expired."));
            case IN_FORCE ->
                Decision.accept(in(State.REVOKED, today), new ConsentEvent.ConsentRevoked(recipient, today));
        };
    }

    /** The event or condition that it names has come about. */
    Decision<Consent> eventCame(Instant now) {
        if (state == State.EXPIRED) {
            return Decision.unchanged();
        }
        if (state == State.REVOKED) {
            return Decision.refuse(Refusal.conflict("C7", "This release of information is revoked."));
        }
        return expiresWhen == null || expiresWhen.isBlank()
                ? Decision.refuse(Refusal.conflict(
                        "C7", "This release of information names no event that ends it.", "revocation"))
                : Decision.accept(
                        in(State.EXPIRED, null),
                        new ConsentEvent.ConsentExpired(recipient, LocalDate.ofInstant(now, zone)));
    }

    /** Does it let this recipient be told all of these on this day? */
    public boolean covers(UUID who, Collection<InformationKind> what, LocalDate day) {
        return state == State.IN_FORCE
                && recipient.equals(who)
                && !what.isEmpty()
                && kinds.containsAll(what)
                && (substanceUse != null || !what.contains(InformationKind.SUBSTANCE_USE))
                && !day.isBefore(signedOn)
                && (expiresOn == null || !day.isAfter(expiresOn));
    }

    public @Nullable Instant dueAt() {
        return state == State.IN_FORCE && expiresOn != null
                ? expiresOn.plusDays(1).atStartOfDay(zone).toInstant()
                : null;
    }

    public Decision<Consent> visit(Instant now) {
        LocalDate last = expiresOn;
        boolean over = state == State.IN_FORCE
                && last != null
                && LocalDate.ofInstant(now, zone).isAfter(last);
        return over && last != null
                ? Decision.accept(in(State.EXPIRED, null), new ConsentEvent.ConsentExpired(recipient, last))
                : Decision.unchanged();
    }

    private Consent in(State next, @Nullable LocalDate revoked) {
        return new Consent(
                id,
                participant,
                zone,
                recipient,
                recipientName,
                purpose,
                kinds,
                signedOn,
                expiresOn,
                next,
                revoked,
                recordedBy,
                signature,
                expiresWhen,
                substanceUse);
    }
}
