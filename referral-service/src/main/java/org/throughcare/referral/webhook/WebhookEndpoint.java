package org.throughcare.referral.webhook;

import java.time.Instant;
import java.util.UUID;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;

/**
 * Where a partner without a queue is told, and the secret that its messages are signed with. Set by the grantee's administrator; a
 * new secret replaces the old one at once.
 *
 * @param secret sealed under the grantee's key
 */
public record WebhookEndpoint(UUID partner, String url, String secret, Instant secretSince) {

    /** What happens to an endpoint. */
    public sealed interface WebhookEvent extends Happened {}

    public record WebhookSet(String url) implements WebhookEvent {}

    public record WebhookSecretReplaced() implements WebhookEvent {}

    public static Decision<WebhookEndpoint> set(UUID partner, String url, String sealedSecret, Instant now) {
        return Decision.accept(new WebhookEndpoint(partner, url, sealedSecret, now), new WebhookSet(url));
    }

    public Decision<WebhookEndpoint> moveTo(String newUrl) {
        return newUrl.equals(url)
                ? Decision.unchanged()
                : Decision.accept(new WebhookEndpoint(partner, newUrl, secret, secretSince), new WebhookSet(newUrl));
    }

    public Decision<WebhookEndpoint> replaceSecret(String sealed, Instant now) {
        return Decision.accept(new WebhookEndpoint(partner, url, sealed, now), new WebhookSecretReplaced());
    }
}
