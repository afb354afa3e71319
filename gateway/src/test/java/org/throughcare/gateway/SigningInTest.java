package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SigningInTest {

    private static final Edge EDGE = new Edge(Map.of("throughcare.limits.sign-ins-per-address", "1000"));

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @BeforeEach
    void anew() {
        EDGE.cookies.getCookieStore().removeAll();
        EDGE.participant.forget();
        EDGE.issuer.accessLife = Duration.ofMinutes(5);
        EDGE.issuer.refreshRefused = false;
        EDGE.issuer.refreshes.set(0);
        EDGE.issuer.answering();
        EDGE.participant.json(
                "/staff/" + StubIssuer.STAFF, "{\"role\":\"JAIL_CASE_MANAGER\",\"sites\":[\"s1\"],\"active\":true}");
    }

    @Test
    void signingInGivesASessionThatSaysWhoIsThere() {
        HttpResponse<String> landed = EDGE.browse(EDGE.request("/sign-in?next=/session"));

        assertThat(landed.statusCode()).isEqualTo(200);
        assertThat(landed.uri().getPath()).isEqualTo("/session");
        JsonNode who = EDGE.read(landed);
        assertThat(who.path("name").asString()).isEqualTo("Jia Lindqvist");
        assertThat(who.path("role").asString()).isEqualTo("JAIL_CASE_MANAGER");
        assertThat(who.path("grantee").asString()).isEqualTo("three-rivers");
        assertThat(who.path("csrfToken").asString()).isEqualTo(EDGE.cookie("throughcare-csrf"));
    }

    @Test
    void theCookieIsHiddenFromScriptsAndHoldsNoToken() {
        HttpResponse<String> landed = EDGE.browse(EDGE.request("/sign-in?next=/session"));

        List<String> set = landed.previousResponse().orElseThrow().headers().allValues("Set-Cookie");
        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("throughcare-session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("throughcare-csrf=")
                        .contains("SameSite=Strict")
                        .doesNotContain("HttpOnly"))
                .noneSatisfy(cookie -> assertThat(cookie).contains("eyJ"));
        assertThat(landed.body()).doesNotContain("eyJ");
    }

    @Test
    void withoutASessionNobodyIsThere() {
        HttpResponse<String> answer = EDGE.browse(EDGE.request("/session"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/sign-in-needed");
    }

    @Test
    void aServiceHearsTheSessionsTokenAndNeverTheCookie() {
        EDGE.signIn();
        EDGE.participant.json("/participants/p1", "{}");

        assertThat(EDGE.browse(EDGE.request("/api/participant/participants/p1")).statusCode())
                .isEqualTo(200);

        assertThat(EDGE.participant.last().headers().getFirst("Authorization")).startsWith("Bearer eyJ");
        assertThat(EDGE.participant.last().headers().containsKey("Cookie")).isFalse();
    }

    @Test
    void aChangeMustRepeatTheSessionsToken() {
        String csrf = EDGE.signIn();
        EDGE.participant.json("/participants/p1/plan", "{}");

        HttpResponse<String> without = EDGE.browse(
                EDGE.request("/api/participant/participants/p1/plan").PUT(BodyPublishers.ofString("{}")));
        HttpResponse<String> wrong = EDGE.browse(EDGE.request("/api/participant/participants/p1/plan")
                .header("X-CSRF-Token", "x" + csrf)
                .PUT(BodyPublishers.ofString("{}")));
        HttpResponse<String> right = EDGE.browse(EDGE.request("/api/participant/participants/p1/plan")
                .header("X-CSRF-Token", csrf)
                .PUT(BodyPublishers.ofString("{}")));

        assertThat(List.of(without.statusCode(), wrong.statusCode(), right.statusCode()))
                .containsExactly(403, 403, 200);
        assertThat(EDGE.read(without).path("type").asString()).endsWith("/csrf");
    }

    @Test
    void signingOutEndsTheSessionHereAndSaysWhereItGoesOn() {
        String csrf = EDGE.signIn();
        String cookie = EDGE.cookie("throughcare-session");

        HttpResponse<String> out = EDGE.browse(
                EDGE.request("/sign-out").header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));
        HttpResponse<String> after =
                EDGE.send(EDGE.request("/session").header("Cookie", "throughcare-session=" + cookie));

        assertThat(EDGE.read(out).path("continueAt").asString())
                .startsWith(EDGE.issuer.issuer() + "/logout?id_token_hint=");
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(EDGE.read(after).path("type").asString()).endsWith("/session-over");
    }

    @Test
    void anAccessTokenAboutToEndIsExchangedOnce() {
        EDGE.issuer.accessLife = Duration.ofSeconds(5);
        EDGE.signIn();
        int before = EDGE.issuer.refreshes.get();
        EDGE.issuer.accessLife = Duration.ofMinutes(5);

        EDGE.browse(EDGE.request("/session"));
        int after = EDGE.issuer.refreshes.get();
        EDGE.browse(EDGE.request("/session"));

        assertThat(after).isEqualTo(before + 1);
        assertThat(EDGE.issuer.refreshes.get()).isEqualTo(after);
    }

    @Test
    void aRefusedRefreshEndsTheSession() {
        EDGE.issuer.accessLife = Duration.ofSeconds(5);
        EDGE.issuer.refreshRefused = true;
        EDGE.signIn();

        HttpResponse<String> answer = EDGE.browse(EDGE.request("/session"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOutlivesTheGateway() {
        EDGE.signIn();

        EDGE.restart();

        assertThat(EDGE.browse(EDGE.request("/session")).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallbackThatWasNotBegunHereIsRefused() {
        HttpResponse<String> answer = EDGE.browse(EDGE.request("/sign-in/callback?code=stolen&state=x"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/sign-in-lost");
    }

    @Test
    void afterwardsItGoesNowhereButHere() {
        HttpResponse<String> landed = EDGE.browse(EDGE.request("/sign-in?next=//evil.example/"));

        assertThat(landed.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(landed.uri().getPath()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%7Cb",
                "/a%22b",
                "/a%25zz",
                "/%5Cevil.example",
                "/%09/evil.example",
                "https:evil.example",
                "/%C3%A9"
            })
    void whatIsNoPathOfOursLeadsHome(String next) {
        HttpResponse<String> landed = EDGE.browse(EDGE.request("/sign-in?next=" + next));

        assertThat(landed.statusCode()).isLessThan(500);
        assertThat(landed.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(landed.uri().getPath()).isEqualTo("/");
        assertThat(EDGE.cookie("throughcare-session")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=&state=x", "error=&state=x", "state=x", "", "code=c&state=of-another", "code=c"})
    void anAnswerThatIsNotWholeOrNotOursIsRefusedAndOpensNothing(String answer) {
        String begun = EDGE.send(EDGE.request("/sign-in")).headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("throughcare-sign-in="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> refused =
                EDGE.send(EDGE.request("/sign-in/callback?" + answer).header("Cookie", begun));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(EDGE.read(refused).path("type").asString()).endsWith("/sign-in-refused");
        assertThat(refused.headers().allValues("Set-Cookie"))
                .noneMatch(each -> each.startsWith("throughcare-session="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs up", "has no time", "is behind a page"})
    void aProviderAwayDuringTheExchangeIsSaidAndTheSignInCanStillBeFinished(String how) {
        EDGE.issuer.tokens = exchange -> {
            switch (how) {
                case "hangs up" -> exchange.close();
                case "has no time" -> StubService.reply(exchange, 503, "{}");
                default -> StubService.reply(exchange, 200, "<html>back soon</html>");
            }
        };

        HttpResponse<String> away = signInIsAway();

        EDGE.issuer.answering();
        assertThat(EDGE.browse(HttpRequest.newBuilder(away.uri())).statusCode()).isEqualTo(200);
        assertThat(EDGE.cookie("throughcare-session")).isNotEmpty();
    }

    @Test
    void aProviderWhoseKeysCannotBeHadIsAwayToo() {
        EDGE.restart();
        EDGE.issuer.keys = HttpExchange::close;

        signInIsAway();
    }

    private static HttpResponse<String> signInIsAway() {
        HttpResponse<String> away = EDGE.browse(EDGE.request("/sign-in?next=/session"));

        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        assertThat(away.uri().getPath()).isEqualTo("/sign-in/callback");
        assertThat(EDGE.read(away).path("type").asString()).endsWith("/sign-in-away");
        assertThat(away.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(EDGE.cookie("throughcare-session")).isEmpty();
        return away;
    }

    @ParameterizedTest
    @CsvSource({
        "server_error, 503, sign-in-away",
        "temporarily_unavailable, 503, sign-in-away",
        "access_denied, 403, sign-in-refused"
    })
    void whatTheProviderSendsBackInPlaceOfACodeIsPassedOn(String error, int status, String problem) {
        HttpResponse<String> begun = EDGE.send(EDGE.request("/sign-in"));
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();

        HttpResponse<String> back = EDGE.send(EDGE.request("/sign-in/callback?state=x&error=" + error)
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));

        assertThat(back.statusCode()).isEqualTo(status);
        assertThat(EDGE.read(back).path("type").asString()).endsWith("/" + problem);
    }

    @Test
    void aSessionPutIntoTheBrowserBeforeIsNotTheOneAfterwards() {
        EDGE.signIn();
        String planted = EDGE.cookie("throughcare-session");

        EDGE.signIn();

        assertThat(EDGE.cookie("throughcare-session")).isNotEqualTo(planted);
        assertThat(EDGE.send(EDGE.request("/session").header("Cookie", "throughcare-session=" + planted))
                        .statusCode())
                .isEqualTo(401);
    }
}
