package org.throughcare.gateway.session;

import java.time.Instant;

/**
 * A browser's session. It begins at sign-in, is used by requests, and ends by sign-out, by lying idle or by its longest
 * duration, whichever comes first.
 *
 * @param key what the store knows it by: a hash, from which the cookie cannot be made
 * @param csrf what unsafe requests must repeat in a header
 * @param tokensVersion counts refreshes, so that of two at once one is recognised as late
 */
public record GatewaySession(
        String key, Person person, Tokens tokens, int tokensVersion, String csrf, Instant usedAt, Instant endsAt) {

    GatewaySession with(Tokens fresh) {
        return new GatewaySession(key, person, fresh, tokensVersion + 1, csrf, usedAt, endsAt);
    }
}
