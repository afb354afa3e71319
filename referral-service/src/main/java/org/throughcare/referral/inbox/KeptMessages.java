package org.throughcare.referral.inbox;

import java.util.List;
import java.util.Optional;

/**
 * Partner messages that could not be taken: of the grantee in scope, sealed under its key; without a scope, those that named no known
 * grantee.
 */
public interface KeptMessages {

    /** The same message again replaces itself. */
    void keep(String routingKey, String userId, String messageId, byte[] body, String reason);

    List<KeptMessage> list(int limit);

    Optional<KeptMessage> show(String id);

    Optional<byte[]> body(String id);

    boolean discard(String id);

    long count();
}
