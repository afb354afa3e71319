package org.throughcare.referral.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What travels to a partner: that something happened to a referral it knows by an opaque id, and where to read more. Never a name,
 * never content: what waits in a queue after a release of information was revoked would be out of reach.
 *
 * @param id of the event, the same at every try
 * @param event last part of the routing key, e.g. {@code requested}
 */
public record PartnerMessage(
        UUID id, String grantee, UUID partner, String event, UUID referral, String kind, String state, Instant at) {}
