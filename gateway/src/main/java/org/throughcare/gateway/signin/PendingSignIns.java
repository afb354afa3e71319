package org.throughcare.gateway.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.session.Seal;
import org.throughcare.gateway.session.SessionCookies;
import tools.jackson.databind.json.JsonMapper;

/** Sign-ins under way. Each lies sealed in its browser's own cookie, so that any instance can finish it. */
@Component
class PendingSignIns {

    private static final String COOKIE = "throughcare-sign-in";
    private static final String OWNER = "sign-in";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Kept(PendingSignIn pending, long untilEpochSecond) {}

    private final Seal seal;
    private final JsonMapper json;
    private final SessionCookies cookies;
    private final Clock clock = Clock.systemUTC();

    PendingSignIns(Seal seal, JsonMapper json, SessionCookies cookies) {
        this.seal = seal;
        this.json = json;
        this.cookies = cookies;
    }

    void keep(PendingSignIn pending, HttpServletRequest request, HttpServletResponse response) {
        long until = clock.instant().plus(PATIENCE).getEpochSecond();
        byte[] shut = seal.close(json.writeValueAsBytes(new Kept(pending, until)), OWNER);
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(shut), PATIENCE, request, response);
    }

    Optional<PendingSignIn> find(HttpServletRequest request) {
        return SessionCookies.read(request, COOKIE)
                .flatMap(PendingSignIns::bytes)
                .flatMap(kept -> seal.open(kept, OWNER))
                .map(plain -> json.readValue(plain, Kept.class))
                .filter(kept -> clock.instant().getEpochSecond() < kept.untilEpochSecond())
                .map(Kept::pending);
    }

    /** Each can be finished once from this browser, whatever comes of it. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(SignInController.BEGIN)
                .httpOnly(true)
                .secure(cookies.isSecure(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
