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
        String recordedBy) {

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
            @Nullable LocalDate expiresOn) {
        public Terms {
            kinds = kinds.stream().distinct().sorted().toList();
        }
    }

    public Consent {
        kinds = List.copyOf(kinds);
    }

    static Decision<Consent> sign(UUID id, UUID participant, ZoneId zone, Terms terms, Instant now, String by) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate until = terms.expiresOn();
        if (terms.signedOn().isAfter(today)) {
            return Decision.refuse(
                    Refusal.invalid("C7", "signedOn", "It cannot be signed on a day that has not come."));
        }
        if (terms.kinds().isEmpty()) {
            return Decision.refuse(Refusal.invalid("C7", "kinds", "It names the kinds of information it covers."));
        }
        if (until != null && until.isBefore(today)) {
            return Decision.refuse(Refusal.invalid("C7", "expiresOn", "It would have expired already."));
        }
        return Decision.accept(
                new Consent(
                        id,
                        participant,
                        zone,
                        terms.recipient(),
                        terms.recipientName(),
                        terms.purpose(),
                        terms.kinds(),
                        terms.signedOn(),
                        until,
                        State.IN_FORCE,
                        null,
                        by),
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

    /** Does it let this recipient be told all of these on this day? */
    public boolean covers(UUID who, Collection<InformationKind> what, LocalDate day) {
        return state == State.IN_FORCE
                && recipient.equals(who)
                && !what.isEmpty()
                && kinds.containsAll(what)
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
                recordedBy);
    }
}
