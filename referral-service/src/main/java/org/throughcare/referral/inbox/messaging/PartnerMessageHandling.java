package org.throughcare.referral.inbox.messaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.inbox.TakingAPartnersWord;

/** What happens to a partner's message between its bytes and its acknowledgement: it is taken, or kept with the reason. */
public final class PartnerMessageHandling {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerMessageHandling.class);

    private final Grantees grantees;
    private final PartnerMessageReading reading;
    private final TakingAPartnersWord taking;
    private final KeptMessages kept;
    private final BusinessClock clock;

    PartnerMessageHandling(
            Grantees grantees,
            PartnerMessageReading reading,
            TakingAPartnersWord taking,
            KeptMessages kept,
            BusinessClock clock) {
        this.grantees = grantees;
        this.reading = reading;
        this.taking = taking;
        this.kept = kept;
        this.clock = clock;
    }

    /** A message as it came in. */
    public record Incoming(
            String routingKey,
            @Nullable String userId,
            @Nullable String messageId,
            byte[] body) {

        String userIdText() {
            return userId == null ? "" : userId;
        }

        String messageIdText() {
            return messageId == null ? "" : messageId;
        }
    }

    /** Throws only what passes (the store is away) or is a fault of ours; the message is not to be acknowledged then. */
    void handle(Incoming message) {
        PartnerAddress.Origin origin = PartnerAddress.of(message.routingKey());
        if (origin == null || !grantees.serves(origin.from().grantee())) {
            keep(message, origin == null ? "the routing key names no grantee and partner" : "unknown grantee");
            return;
        }
        scope(origin.from()).run(() -> attempt(origin, message).ifPresent(why -> keep(message, why)));
    }

    /** The message is one that was kept, and its grantee is in scope. @return why it still cannot be taken */
    public Optional<String> again(Incoming message) {
        PartnerAddress.Origin origin = PartnerAddress.of(message.routingKey());
        if (origin == null
                || !Scope.isBound()
                || !origin.from().grantee().equals(Scope.current().grantee())) {
            return Optional.of("the routing key names no known grantee and partner");
        }
        Optional<String> why = attempt(origin, message);
        why.ifPresent(reason -> keep(message, reason));
        return why;
    }

    /** A fault of ours that does not pass: kept, so that it neither blocks nor is lost. */
    void giveUp(Incoming message, RuntimeException fault) {
        PartnerAddress.Origin origin = PartnerAddress.of(message.routingKey());
        if (origin == null || !grantees.serves(origin.from().grantee())) {
            keep(message, "failed: " + fault.getClass().getName());
            return;
        }
        scope(origin.from())
                .run(() -> keep(message, "failed: " + fault.getClass().getName()));
    }

    private Optional<String> attempt(PartnerAddress.Origin origin, Incoming message) {
        try {
            return taking.take(reading.read(origin, message.userId(), message.body(), clock.now()));
        } catch (PartnerMessageReading.Unreadable unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void keep(Incoming message, String why) {
        LOG.warn("a partner's message is kept: {}", why);
        kept.keep(message.routingKey(), message.userIdText(), message.messageIdText(), message.body(), why);
    }

    private static Scope scope(PartnerAddress from) {
        return new Scope(from.grantee(), Actor.partner(from.partner().toString()), "");
    }
}
