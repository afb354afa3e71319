package org.throughcare.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughcare.gateway.people.StaffCards;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.gateway.signin.OpenIdProvider;

/** Who is signed in, and signing out. */
@RestController
class SessionController {

    /**
     * @param role as participant-service has it; absent while it cannot be asked
     * @param csrfToken what unsafe requests repeat; absent for bearer tokens, which need none
     * @param endsAt the session's or the token's end, if never used less
     * @param idleLockSeconds a session that lies idle this long locks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhoIsSignedIn(
            String name,
            @Nullable String role,
            @Nullable String grantee,
            @Nullable String staff,
            Set<String> sites,
            @Nullable String csrfToken,
            Instant endsAt,
            @Nullable Long idleLockSeconds) {}

    /** @param continueAt where the browser also signs out of the sign-in server */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignedOut(@Nullable URI continueAt) {}

    private final SessionStore store;
    private final SessionCookies cookies;
    private final StaffCards cards;
    private final OpenIdProvider provider;
    private final GatewaySettings settings;

    SessionController(
            SessionStore store,
            SessionCookies cookies,
            StaffCards cards,
            OpenIdProvider provider,
            GatewaySettings settings) {
        this.store = store;
        this.cookies = cookies;
        this.cards = cards;
        this.provider = provider;
        this.settings = settings;
    }

    /** Who is signed in, and for how long. */
    @GetMapping("/session")
    WhoIsSignedIn who(EdgeCaller caller) {
        StaffCards.Card card = cards.of(caller).orElse(null);
        GatewaySession session = caller.session();
        return new WhoIsSignedIn(
                caller.name(),
                card == null ? roleOf(caller) : card.role(),
                caller.grantee(),
                caller.staff(),
                card == null ? Set.of() : new TreeSet<>(card.sites()),
                session == null ? null : session.csrf(),
                caller.until(),
                session == null ? null : settings.sessions().idle().toSeconds());
    }

    /** Ends the session, here and at the provider. */
    @PostMapping("/sign-out")
    SignedOut signOut(EdgeCaller caller, HttpServletRequest request, HttpServletResponse response) {
        GatewaySession session = caller.session();
        if (session == null) {
            return new SignedOut(null);
        }
        store.end(session.key());
        cookies.clear(request, response);
        return new SignedOut(endAtProvider(session, request));
    }

    private static @Nullable String roleOf(EdgeCaller caller) {
        return switch (caller.kind()) {
            case SYSTEM -> "SYSTEM";
            case PARTNER -> "PARTNER_STAFF";
            case PERSON -> null;
        };
    }

    private @Nullable URI endAtProvider(GatewaySession session, HttpServletRequest request) {
        String identity = session.tokens().identity();
        String end = endSession();
        if (identity == null || end == null) {
            return null;
        }
        URI home = settings.publicUrl();
        String back = home == null
                ? request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + "/"
                : home.resolve("/").toString();
        return UriComponentsBuilder.fromUriString(end)
                .queryParam("id_token_hint", "{identity}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(identity, back)
                .toUri();
    }

    /** A provider that is away must not keep anyone signed in here. */
    private @Nullable String endSession() {
        try {
            return provider.metadata().get("end_session_endpoint") instanceof String end ? end : null;
        } catch (EdgeProblem away) {
            return null;
        }
    }
}
