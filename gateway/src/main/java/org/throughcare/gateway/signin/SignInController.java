package org.throughcare.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.session.GatewaySession;
import org.throughcare.gateway.session.Person;
import org.throughcare.gateway.session.SessionCookies;
import org.throughcare.gateway.session.SessionStore;
import org.throughcare.gateway.session.Tokens;
import org.throughcare.gateway.settings.GatewaySettings;

/** Leaves for the provider and comes back with a session. */
@RestController
class SignInController {

    static final String BEGIN = "/sign-in";
    static final String CALLBACK = BEGIN + "/callback";
    static final String BACK_CHANNEL = BEGIN + "/back-channel-logout";

    private static final String HOME = "/";
    private static final int LONGEST_PATH = 1_000;

    private static final Logger log = LoggerFactory.getLogger(SignInController.class);

    private final OpenIdProvider provider;
    private final PendingSignIns pending;
    private final SessionStore sessions;
    private final SessionCookies cookies;
    private final @Nullable URI publicUrl;
    private final OidcAuthorizationCodeAuthenticationProvider exchanging;

    SignInController(
            OpenIdProvider provider,
            PendingSignIns pending,
            SessionStore sessions,
            SessionCookies cookies,
            GatewaySettings settings) {
        this.provider = provider;
        this.pending = pending;
        this.sessions = sessions;
        this.cookies = cookies;
        this.publicUrl = settings.publicUrl();
        this.exchanging = new OidcAuthorizationCodeAuthenticationProvider(
                provider.codes(), who -> new DefaultOidcUser(List.of(), who.getIdToken()));
    }

    /**
     * Begins to sign in at the sign-in server.
     *
     * @param next where to go afterwards; only a path of our own
     */
    @GetMapping(BEGIN)
    ResponseEntity<Void> begin(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        URI home = publicUrl;
        if (home != null && !request.getServerName().equalsIgnoreCase(home.getHost())) {
            return seeOther(UriComponentsBuilder.fromUri(home)
                    .path(BEGIN)
                    .queryParam("next", "{next}")
                    .encode()
                    .buildAndExpand(ownPath(next))
                    .toUri());
        }
        ClientRegistration client = provider.people();
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(_ -> client, BEGIN);
        resolver.setAuthorizationRequestCustomizer(
                asked -> asked.additionalParameters(parameters -> parameters.put("prompt", "login")));
        OAuth2AuthorizationRequest leaving = resolver.resolve(request, client.getRegistrationId());
        if (leaving == null) {
            throw new IllegalStateException("no authorization request for " + client.getRegistrationId());
        }
        pending.keep(PendingSignIn.of(leaving, ownPath(next)), request, response);
        return seeOther(URI.create(leaving.getAuthorizationRequestUri()));
    }

    /** While the provider is away the sign-in stays begun: asking again, as {@code Retry-After} says, can still finish it. */
    @GetMapping(CALLBACK)
    ResponseEntity<Void> callback(
            @RequestParam Map<String, String> parameters, HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn begun = pending.find(request)
                .orElseThrow(() -> failed("sign-in-lost", "This sign-in was not begun here or took too long.", null));
        ClientRegistration client = provider.people();
        OAuth2LoginAuthenticationToken signedIn;
        try {
            signedIn = exchange(client, begun, parameters);
        } catch (OAuth2AuthenticationException refused) {
            if (ProviderAway.isCauseOf(refused)) {
                throw new EdgeProblem(
                        Problem.signInAway("The sign-in server does not answer; try again in a moment."), refused);
            }
            pending.forget(request, response);
            throw failed(
                    "sign-in-refused",
                    "The sign-in was refused: " + refused.getError().getErrorCode() + ".",
                    refused);
        }
        pending.forget(request, response);
        if (!(signedIn.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("signed in without an identity token");
        }
        Person person = person(user.getIdToken());
        Tokens tokens = OpenIdProvider.tokens(
                Objects.requireNonNull(signedIn.getAccessToken()),
                signedIn.getRefreshToken(),
                user.getIdToken().getTokenValue());
        SessionCookies.read(request, SessionCookies.SESSION).ifPresent(this::endFormer);
        String cookie = sessions.open(person, tokens);
        if (sessions.find(cookie, false) instanceof SessionStore.Found.Live(GatewaySession session)) {
            cookies.set(request, response, cookie, session.csrf());
        }
        log.info("Signed in: {} of {}", person.staff(), person.grantee());
        return seeOther(URI.create(begun.next()));
    }

    private OAuth2LoginAuthenticationToken exchange(
            ClientRegistration client, PendingSignIn begun, Map<String, String> parameters) {
        OAuth2AuthorizationResponse answer = answer(parameters, begun);
        Authentication result = exchanging.authenticate(new OAuth2LoginAuthenticationToken(
                client, new OAuth2AuthorizationExchange(begun.request(client), answer)));
        if (result instanceof OAuth2LoginAuthenticationToken signedIn) {
            return signedIn;
        }
        throw new IllegalStateException("the provider's answer was not understood");
    }

    private static OAuth2AuthorizationResponse answer(Map<String, String> parameters, PendingSignIn begun) {
        String code = parameters.getOrDefault("code", "");
        String state = parameters.getOrDefault("state", "");
        String error = parameters.getOrDefault("error", "");
        OAuth2AuthorizationResponse.Builder answer = code.isBlank()
                ? OAuth2AuthorizationResponse.error(error.isBlank() ? "no_answer" : error)
                : OAuth2AuthorizationResponse.success(code);
        return answer.state(state).redirectUri(begun.redirectUri()).build();
    }

    private static Person person(OidcIdToken user) {
        String grantee = user.getClaimAsString("grantee");
        if (grantee == null) {
            throw failed("no-grantee", "Your account belongs to no grantee; your administrator can change that.", null);
        }
        String subject = Objects.requireNonNullElse(user.getSubject(), "");
        String name = Objects.requireNonNullElse(user.getFullName(), subject);
        return new Person(subject, name, grantee, user.getClaimAsString("staff"), user.getClaimAsString("sid"));
    }

    private void endFormer(String cookie) {
        if (sessions.find(cookie, false) instanceof SessionStore.Found.Live(GatewaySession former)) {
            sessions.end(former.key());
        }
    }

    /** What is no path of ours, cannot be written into an address, or would burst the cookie it is kept in, leads home. */
    private static String ownPath(String next) {
        if (next.length() > LONGEST_PATH || !next.startsWith("/") || next.startsWith("//")) {
            return HOME;
        }
        try {
            URI path = new URI(next);
            boolean own = path.getScheme() == null && path.getRawAuthority() == null;
            return own && path.toString().equals(path.toASCIIString()) ? next : HOME;
        } catch (URISyntaxException notAnAddress) {
            return HOME;
        }
    }

    private static EdgeProblem failed(String slug, String detail, @Nullable Throwable cause) {
        Problem problem = new Problem(HttpStatus.FORBIDDEN, slug, detail);
        return cause == null ? new EdgeProblem(problem) : new EdgeProblem(problem, cause);
    }

    private static ResponseEntity<Void> seeOther(URI where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(where).build();
    }
}
