package org.throughcare.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.signin.OpenIdProvider;

/**
 * Exchanges a session's access token shortly before it ends. Of several requests at once one does it and the others wait;
 * of several instances the first one wins and the others take its tokens.
 */
@Component
public class KeepingTokensFresh {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final SessionStore store;
    private final OpenIdProvider provider;
    private final Clock clock = Clock.systemUTC();
    private final Cache<String, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build();

    KeepingTokensFresh(SessionStore store, OpenIdProvider provider) {
        this.store = store;
        this.provider = provider;
    }

    /** @return empty when the provider no longer knows the sign-in: the session is over then */
    public Optional<GatewaySession> fresh(GatewaySession session) {
        if (!session.tokens().endsWithin(MARGIN, clock.instant())) {
            return Optional.of(session);
        }
        ReentrantLock lock = locks.get(session.key(), _ -> new ReentrantLock());
        lock.lock();
        try {
            GatewaySession latest = store.byKey(session.key()).orElse(null);
            if (latest == null || !latest.tokens().endsWithin(MARGIN, clock.instant())) {
                return Optional.ofNullable(latest);
            }
            return refreshed(latest);
        } finally {
            lock.unlock();
        }
    }

    private Optional<GatewaySession> refreshed(GatewaySession session) {
        @Nullable String refresh = session.tokens().refresh();
        if (refresh == null) {
            return stillUsable(session);
        }
        try {
            Tokens fresh = provider.refresh(session.tokens(), refresh);
            return store.replaceTokens(session, fresh) ? Optional.of(session.with(fresh)) : store.byKey(session.key());
        } catch (OAuth2AuthorizationException refused) {
            return whenRefused(session, refused);
        }
    }

    private Optional<GatewaySession> whenRefused(GatewaySession session, OAuth2AuthorizationException refused) {
        Optional<GatewaySession> latest = store.byKey(session.key());
        if (latest.isPresent() && latest.get().tokensVersion() != session.tokensVersion()) {
            return latest;
        }
        if ("invalid_grant".equals(refused.getError().getErrorCode())) {
            store.end(session.key());
            return Optional.empty();
        }
        Optional<GatewaySession> usable = stillUsable(session);
        if (usable.isPresent()) {
            return usable;
        }
        throw new EdgeProblem(
                Problem.signInAway("The sign-in server does not answer; your session cannot be renewed just now."),
                refused);
    }

    private Optional<GatewaySession> stillUsable(GatewaySession session) {
        return session.tokens().endsWithin(Duration.ZERO, clock.instant()) ? Optional.empty() : Optional.of(session);
    }
}
