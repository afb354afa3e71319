package org.throughcare.referral.inbox;

import java.time.Instant;

/**
 * A partner's message that could not be taken, with the reason.
 *
 * @param body as it came; empty in lists
 */
public record KeptMessage(
        String id, Instant at, String reason, String routingKey, String userId, String messageId, String body) {}
