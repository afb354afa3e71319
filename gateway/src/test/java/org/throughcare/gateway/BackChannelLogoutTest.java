package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider says it ended, and what others say in its name. */
class BackChannelLogoutTest {

    private static final String AUDIENCE = "throughcare-gateway";
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private static final Edge EDGE = new Edge(Map.of(
            "throughcare.limits.sign-ins-per-address", "1000",
            "throughcare.limits.failed-sign-ins-per-address", "1000"));

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @BeforeEach
    void anew() {
        EDGE.cookies.getCookieStore().removeAll();
        EDGE.issuer.answering();
        EDGE.issuer.signIn = "sign-in-1";
        EDGE.participant.json(
                "/staff/" + StubIssuer.STAFF, "{\"role\":\"JAIL_CASE_MANAGER\",\"sites\":[\"s1\"],\"active\":true}");
    }

    @Test
    void theSessionOfASignInThatTheProviderEndedIsOver() {
        EDGE.signIn();

        HttpResponse<String> told = tell(token(Map.of("sid", "sign-in-1", "events", EVENTS)));

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(told.headers().firstValue("Cache-Control")).hasValue("no-store");
        HttpResponse<String> after = EDGE.browse(EDGE.request("/session"));
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(EDGE.read(after).path("type").asString()).endsWith("/session-over");
    }

    @Test
    void theSameSayingAgainIsNoFault() {
        EDGE.signIn();
        String token = token(Map.of("sid", "sign-in-1", "events", EVENTS));

        assertThat(tell(token).statusCode()).isEqualTo(200);
        assertThat(tell(token).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSignInOfTheSameAccountGoesOn() {
        EDGE.issuer.signIn = "sign-in-2";
        EDGE.signIn();

        assertThat(tell(token(Map.of("sid", "sign-in-1", "events", EVENTS))).statusCode())
                .isEqualTo(200);

        assertThat(EDGE.browse(EDGE.request("/session")).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountNamedAloneLosesAllOfItsSessions() {
        EDGE.signIn();
        String elsewhere = EDGE.cookie("throughcare-session");
        EDGE.cookies.getCookieStore().removeAll();
        EDGE.issuer.signIn = "sign-in-2";
        EDGE.signIn();

        assertThat(tell(token(Map.of("events", EVENTS))).statusCode()).isEqualTo(200);

        assertThat(EDGE.browse(EDGE.request("/session")).statusCode()).isEqualTo(401);
        assertThat(EDGE.send(EDGE.request("/session").header("Cookie", "throughcare-session=" + elsewhere))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is for another",
                "has no event",
                "has another event",
                "has a nonce",
                "is over",
                "is from long ago",
                "names nobody",
                "is of another issuer",
                "is signed by another",
                "is an access token",
                "is no token",
                "is empty"
            })
    void whatIsNoLogoutTokenEndsNothing(String how) {
        EDGE.signIn();

        HttpResponse<String> told = tell(bad(how));

        assertThat(told.statusCode()).as(told.body()).isEqualTo(400);
        assertThat(EDGE.read(told).path("type").asString()).endsWith("/logout-token-invalid");
        assertThat(EDGE.browse(EDGE.request("/session")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutATokenIsSaidToBeOne() {
        HttpResponse<String> told = EDGE.send(EDGE.request("/sign-in/back-channel-logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=x")));

        assertThat(told.statusCode()).as(told.body()).isEqualTo(400);
        assertThat(told.body()).contains("logout_token");
    }

    @Test
    void whileTheKeysCannotBeHadTheProviderIsAskedToTellAgain() {
        EDGE.restart();
        EDGE.issuer.keys = HttpExchange::close;

        HttpResponse<String> told = tell(token(Map.of("sid", "sign-in-1", "events", EVENTS)));

        assertThat(told.statusCode()).as(told.body()).isEqualTo(503);
        assertThat(told.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    private static String bad(String how) {
        Map<String, Object> good = Map.of("sid", "sign-in-1", "events", EVENTS);
        return switch (how) {
            case "is for another" -> EDGE.issuer.signed(good, "another-client", LIFE);
            case "has no event" -> token(Map.of("sid", "sign-in-1"));
            case "has another event" -> token(Map.of("sid", "sign-in-1", "events", Map.of("something", Map.of())));
            case "has a nonce" -> token(Map.of("sid", "sign-in-1", "events", EVENTS, "nonce", "n"));
            case "is over" -> EDGE.issuer.signed(issuedBefore(Duration.ofMinutes(5)), AUDIENCE, Duration.ofMinutes(-1));
            case "is from long ago" -> token(issuedBefore(Duration.ofMinutes(11)));
            case "names nobody" -> {
                Map<String, Object> nobody = new HashMap<>(Map.of("events", EVENTS));
                nobody.put("sub", null);
                yield token(nobody);
            }
            case "is of another issuer" ->
                token(Map.of("sid", "sign-in-1", "events", EVENTS, "iss", "http://another.example"));
            case "is signed by another" -> {
                try (StubIssuer another = new StubIssuer()) {
                    yield another.signed(
                            Map.of("sid", "sign-in-1", "events", EVENTS, "iss", EDGE.issuer.issuer()), AUDIENCE, LIFE);
                }
            }
            case "is an access token" -> EDGE.issuer.staffToken("three-rivers");
            case "is no token" -> "logout";
            default -> "";
        };
    }

    private static Map<String, Object> issuedBefore(Duration age) {
        return Map.of(
                "sid",
                "sign-in-1",
                "events",
                EVENTS,
                "iat",
                Date.from(Instant.now().minus(age)));
    }

    private static String token(Map<String, Object> claims) {
        return EDGE.issuer.signed(claims, AUDIENCE, LIFE);
    }

    private static HttpResponse<String> tell(String token) {
        return EDGE.send(EDGE.request("/sign-in/back-channel-logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }
}
