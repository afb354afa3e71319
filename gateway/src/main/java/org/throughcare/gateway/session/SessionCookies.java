package org.throughcare.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.throughcare.gateway.settings.GatewaySettings;

/** The two cookies of a signed-in browser: the session, which no script can read, and the token scripts repeat. */
@Component
public class SessionCookies {

    public static final String SESSION = "throughcare-session";
    public static final String CSRF = "throughcare-csrf";

    private final @Nullable URI publicUrl;
    private final Duration longest;

    SessionCookies(GatewaySettings settings) {
        this.publicUrl = settings.publicUrl();
        this.longest = settings.sessions().longest();
    }

    public static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String session, String csrf) {
        add(response, session(request, session, longest));
        add(response, csrf(request, csrf, longest));
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add(response, session(request, "", Duration.ZERO));
        add(response, csrf(request, "", Duration.ZERO));
    }

    /** Whether browsers reach the gateway by TLS, ended here or before us. */
    public boolean isSecure(HttpServletRequest request) {
        return publicUrl == null ? request.isSecure() : "https".equals(publicUrl.getScheme());
    }

    private ResponseCookie session(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(SESSION, value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    private ResponseCookie csrf(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(CSRF, value)
                .path("/")
                .secure(isSecure(request))
                .sameSite("Strict")
                .maxAge(age)
                .build();
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
