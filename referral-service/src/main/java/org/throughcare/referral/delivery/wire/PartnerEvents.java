package org.throughcare.referral.delivery.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.delivery.PartnerMessage;

/** Writes messages to partners as CloudEvents 1.0 in structured JSON. */
public final class PartnerEvents {

    public static final String CONTENT_TYPE = "application/cloudevents+json";

    /** {@code org.throughcare.partner.referral.requested.v1}. */
    public static final String TYPE_PREFIX = "org.throughcare.partner.referral.";

    private final String publicUri;

    /** @param publicUri where partners reach this service, without a slash at its end */
    public PartnerEvents(String publicUri) {
        this.publicUri = publicUri;
    }

    record Event(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            String grantee,
            Data data) {}

    record Data(String referral, String kind, String state, String link) {}

    public byte[] bytes(PartnerMessage message) {
        Event event = new Event(
                "1.0",
                message.id().toString(),
                "/grantees/" + message.grantee() + "/referral",
                TYPE_PREFIX + message.event() + ".v1",
                "referral/" + message.referral(),
                message.at(),
                "application/json",
                message.grantee(),
                new Data(
                        message.referral().toString(),
                        message.kind(),
                        message.state(),
                        publicUri + "/partner/referrals/" + message.referral()));
        return Json.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
    }
}
