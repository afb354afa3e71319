package org.throughcare.referral.inbox.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.inbox.KeptMessage;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.inbox.messaging.PartnerMessageHandling;
import org.throughcare.referral.inbox.messaging.PartnerMessageHandling.Incoming;

/** Partner messages that could not be taken: listed, shown, tried again, discarded. */
@RestController
@RequestMapping("/operations/partner-messages")
class PartnerMessagesController {

    private static final int MOST = 500;

    private final KeptMessages kept;
    private final PartnerMessageHandling handling;

    PartnerMessagesController(KeptMessages kept, PartnerMessageHandling handling) {
        this.kept = kept;
        this.handling = handling;
    }

    record KeptPartnerMessages(long count, List<KeptMessage> items) {}

    /** @param reason why it still could not be taken */
    record PartnerMessageReplay(
            String id, boolean taken, @Nullable String reason) {}

    /**
     * Messages of partners that could not be taken, with the reason.
     *
     * @param limit 1 to 500
     */
    @GetMapping
    KeptPartnerMessages list(@RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit, Caller caller) {
        requireOperator(caller);
        return new KeptPartnerMessages(kept.count(), kept.list(limit));
    }

    /** One of them, as it came. */
    @GetMapping("/{id}")
    KeptMessage show(@PathVariable String id, Caller caller) {
        requireOperator(caller);
        return kept.show(id).orElseThrow(() -> ProblemException.notFound("partner message", id));
    }

    /** It is tried once more; what is taken now is no longer kept. */
    @PostMapping("/{id}/replay")
    PartnerMessageReplay replay(@PathVariable String id, Caller caller) {
        requireOperator(caller);
        KeptMessage message = kept.show(id).orElseThrow(() -> ProblemException.notFound("partner message", id));
        byte[] body = kept.body(id).orElseThrow(() -> ProblemException.notFound("partner message", id));
        Optional<String> why =
                handling.again(new Incoming(message.routingKey(), message.userId(), message.messageId(), body));
        if (why.isEmpty()) {
            boolean _ = kept.discard(id);
        }
        return new PartnerMessageReplay(id, why.isEmpty(), why.orElse(null));
    }

    /** It is thrown away for good. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable String id, Caller caller) {
        requireOperator(caller);
        if (!kept.discard(id)) {
            throw ProblemException.notFound("partner message", id);
        }
        return ResponseEntity.noContent().build();
    }

    private static void requireOperator(Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("This is for the grantee's administrator and operators.");
        }
    }
}
