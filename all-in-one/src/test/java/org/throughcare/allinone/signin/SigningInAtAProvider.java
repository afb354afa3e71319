package org.throughcare.allinone.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.acceptance.client.Browser;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.gateway.GatewayApplication;
import org.throughcare.gateway.session.GatewaySession;
import org.throughcare.gateway.session.SessionStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway and a provider together, as browsers and machines meet them: the same with each provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SigningInAtAProvider {

    private static final String SESSIONS_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient documents = MongoClients.create(store.connectionString());
    private final HttpServer participantService = participantService();
    private final HttpClient machine = HttpClient.newHttpClient();
    private final String home = "http://127.0.0.1:" + freePort();
    private final Provider provider = provider(home);
    private final JsonNode metadata = JSON.readTree(
            get(provider.issuer() + "/.well-known/openid-configuration").body());
    private final ConfigurableApplicationContext gateway = new SpringApplicationBuilder(GatewayApplication.class)
            .run(
                    "--spring.config.name=" + GatewayApplication.CONFIGURATION,
                    "--server.port=" + URI.create(home).getPort(),
                    "--throughcare.public-url=" + home,
                    "--throughcare.store-uri=" + store.connectionString(),
                    "--throughcare.broker-uri=amqp://127.0.0.1:1",
                    "--throughcare.owners.participant=http://127.0.0.1:"
                            + participantService.getAddress().getPort(),
                    "--throughcare.sign-in.issuer=" + provider.issuer(),
                    "--throughcare.sign-in.client-secret=" + Provider.SECRET,
                    "--throughcare.security.client-secret=" + Provider.SECRET,
                    "--throughcare.sessions.key=" + SESSIONS_KEY);

    abstract Provider provider(String gateway);

    @AfterAll
    void stop() {
        gateway.close();
        provider.close();
        participantService.stop(0);
        documents.close();
        store.close();
    }

    @Test
    void aPersonHasASessionThatSaysWhoTheyAreAndTheTokensStayInTheGateway() {
        Browser browser = new Browser();

        HttpResponse<String> landed = signedIn(browser, "jail.jia", "jia-demo");

        JsonNode who = JSON.readTree(landed.body());
        assertThat(who.path("name").asString()).isEqualTo("Jia Lindqvist");
        assertThat(who.path("grantee").asString()).isEqualTo("three-rivers");
        assertThat(who.path("staff").asString()).isEqualTo("0190aaaa-0000-7000-8000-000000000002");
        assertThat(who.path("role").asString()).isEqualTo("JAIL_CASE_MANAGER");
        assertThat(who.path("sites").toString()).isEqualTo("[\"site-of-the-record\"]");
        assertThat(landed.body()).doesNotContain("eyJ");
        assertThat(browser.cookies()).containsKeys("throughcare-session", "throughcare-csrf");
        assertThat(browser.cookies().get("throughcare-session")).doesNotContain("eyJ");
    }

    @Test
    void anotherGranteesStaffAreKnownAsTheirs() {
        JsonNode who =
                JSON.readTree(signedIn(new Browser(), "other.otto", "otto-demo").body());

        assertThat(who.path("grantee").asString()).isEqualTo("lake-county");
    }

    @Test
    void aChangeWithoutTheSessionsTokenIsRefused() {
        Browser browser = new Browser();
        String csrf = csrf(signedIn(browser, "jail.jia", "jia-demo"));

        HttpResponse<String> without = browser.post(home + "/sign-out", Map.of());
        HttpResponse<String> with = browser.post(home + "/sign-out", Map.of("X-CSRF-Token", csrf));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionGoesOnAfterItsTokensHaveEnded() {
        Browser browser = new Browser();
        signedIn(browser, "jail.jia", "jia-demo");
        String first = session(browser).tokens().access();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.get(home + "/session").statusCode() == 200
                        && !session(browser).tokens().access().equals(first));
    }

    @Test
    void whoCannotProveThatTheCodeWasAskedForByThemGetsNoToken() {
        Browser browser = new Browser();
        String challenge = sha256("v".repeat(64));
        HttpResponse<String> form = browser.get(authorize("&code_challenge_method=S256&code_challenge=" + challenge));
        HttpResponse<String> back = browser.fillIn(form, "admin.ada", "ada-demo");
        String code = parameter(back, "code");

        HttpResponse<String> refused = token(
                "throughcare-gateway",
                "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
                        + encoded(home + "/sign-in/callback") + "&code_verifier=" + "w".repeat(64));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
    }

    @Test
    void aCodeAskedForWithoutAProofToComeIsNotGiven() {
        HttpResponse<String> answer = new Browser().get(authorize(""));

        assertThat(Browser.isForm(answer)).as(answer.body()).isFalse();
        assertThat(answer.uri().toString() + answer.previousResponse().map(HttpResponse::uri))
                .doesNotContain("code=");
    }

    @Test
    void machinesComeWithTokensOfTheirOwnAndAreKnownByThem() {
        String partner = access("partner-riverside-housing");
        String system = access("throughcare-system");

        HttpResponse<String> session = ask("/session", partner);

        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        assertThat(JSON.readTree(session.body()).path("role").asString()).isEqualTo("PARTNER_STAFF");
        assertThat(JSON.readTree(session.body()).path("grantee").asString()).isEqualTo("three-rivers");
        assertThat(ask("/actuator/prometheus", partner).statusCode()).isEqualTo(403);
        assertThat(ask("/actuator/prometheus", system).statusCode()).isEqualTo(200);
    }

    @Test
    void aMachineWithTheWrongSecretGetsNoToken() {
        assertThat(token("throughcare-system", "grant_type=client_credentials", "a-guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenForAnotherIsRefused() {
        Browser browser = new Browser();
        signedIn(browser, "jail.jia", "jia-demo");
        String identity = String.valueOf(session(browser).tokens().identity());

        HttpResponse<String> answer = ask("/session", identity);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).path("type").asString()).endsWith("/token-invalid");
    }

    /** Clocks differ: a token that has just ended is still good, and a little later it is not. */
    @Test
    void aTokenThatIsOverIsRefusedOnceNoClockCanBeToBlame() {
        String token = access("partner-riverside-housing");
        Instant over = Instant.now().plus(Provider.ACCESS_LIFE);

        await().until(() -> Instant.now().isAfter(over.plusSeconds(1)));
        assertThat(ask("/session", token).statusCode()).isEqualTo(200);
        await().atMost(SKEW.plusSeconds(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> ask("/session", token).statusCode() == 401);

        assertThat(Instant.now()).isAfter(over.plus(SKEW).minusSeconds(2));
    }

    @Test
    void anotherSigningKeyIsTakenWithoutARestartAndTheFormerIsGoodToItsEnd() {
        String before = access("partner-riverside-housing");
        assertThat(ask("/session", before).statusCode()).isEqualTo(200);

        provider.rotateSigningKey();

        String after = access("partner-riverside-housing");
        assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
        assertThat(ask("/session", after).statusCode()).isEqualTo(200);
        assertThat(ask("/session", before).statusCode()).isEqualTo(200);
        assertThat(signedIn(new Browser(), "community.cal", "cal-demo").statusCode())
                .isEqualTo(200);
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        Browser guessing = new Browser();
        for (int guess = 0; guess < 5; guess++) {
            HttpResponse<String> again =
                    guessing.fillIn(guessing.get(home + "/sign-in?next=/session"), "monitor.mo", "guess-" + guess);
            assertThat(Browser.isForm(again)).as(again.uri().toString()).isTrue();
        }

        HttpResponse<String> right =
                guessing.fillIn(guessing.get(home + "/sign-in?next=/session"), "monitor.mo", "mo-demo");

        assertThat(Browser.isForm(right)).isTrue();
        assertThat(guessing.cookies()).doesNotContainKey("throughcare-session");
        assertThat(signedIn(new Browser(), "super.sol", "sol-demo").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionLeftAloneLocksAndThePasswordIsAskedForAgain() {
        Browser browser = new Browser();
        signedIn(browser, "jail.jia", "jia-demo");
        documents
                .getDatabase("throughcare_gateway_sessions")
                .getCollection("sessions")
                .updateOne(
                        Filters.eq("_id", session(browser).key()),
                        Updates.set(
                                "usedAt",
                                Date.from(Instant.now()
                                        .minus(Duration.ofMinutes(15).plusSeconds(1)))));

        HttpResponse<String> locked = browser.get(home + "/session");
        HttpResponse<String> again = browser.get(home + "/sign-in?next=/session");

        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(locked.body()).path("type").asString()).endsWith("/session-locked");
        assertThat(Browser.isForm(again)).as(again.uri() + " " + again.body()).isTrue();
    }

    @Test
    void whoSignsOutHereIsSignedOutThereToo() {
        Browser browser = new Browser();
        String csrf = csrf(signedIn(browser, "jail.jia", "jia-demo"));

        JsonNode out = JSON.readTree(
                browser.post(home + "/sign-out", Map.of("X-CSRF-Token", csrf)).body());
        HttpResponse<String> away = browser.get(out.path("continueAt").asString());

        assertThat(away.uri().toString()).isEqualTo(home + "/");
        assertThat(browser.get(home + "/session").statusCode()).isEqualTo(401);
        assertThat(Browser.isForm(browser.get(home + "/sign-in?next=/session"))).isTrue();
    }

    @Test
    void whoSignsOutThereIsSignedOutHereAndNobodyElseIs() {
        Browser leaving = new Browser();
        Browser staying = new Browser();
        signedIn(leaving, "jail.jia", "jia-demo");
        signedIn(staying, "jail.jia", "jia-demo");
        GatewaySession session = session(leaving);

        HttpResponse<String> out =
                leaving.get(metadata.path("end_session_endpoint").asString() + "?id_token_hint="
                        + session.tokens().identity() + "&post_logout_redirect_uri=" + encoded(home + "/"));

        assertThat(out.uri().toString()).as(out.body()).isEqualTo(home + "/");
        await().until(() -> leaving.get(home + "/session").statusCode() == 401);
        assertThat(staying.get(home + "/session").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signedIn(Browser browser, String username, String password) {
        HttpResponse<String> landed = browser.fillIn(browser.get(home + "/sign-in?next=/session"), username, password);
        assertThat(landed.uri().toString())
                .as("%s %s", landed.statusCode(), landed.body())
                .isEqualTo(home + "/session");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(200);
        return landed;
    }

    private static String csrf(HttpResponse<String> session) {
        return JSON.readTree(session.body()).path("csrfToken").asString();
    }

    private GatewaySession session(Browser browser) {
        String cookie = String.valueOf(browser.cookies().get("throughcare-session"));
        return gateway.getBean(SessionStore.class).byKey(sha256(cookie)).orElseThrow();
    }

    private String authorize(String more) {
        return metadata.path("authorization_endpoint").asString()
                + "?response_type=code&client_id=throughcare-gateway&scope=openid%20profile&prompt=login&state=s&nonce=n&redirect_uri="
                + encoded(home + "/sign-in/callback") + more;
    }

    /** Of whatever address on the way back had it. */
    private static String parameter(HttpResponse<String> last, String name) {
        for (HttpResponse<String> each = last;
                each != null;
                each = each.previousResponse().orElse(null)) {
            String query = String.valueOf(each.uri().getRawQuery());
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        throw new AssertionError("no " + name + " on the way to " + last.uri() + ": " + last.body());
    }

    private String access(String client) {
        HttpResponse<String> answer = token(client, "grant_type=client_credentials");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> token(String client, String form) {
        return token(client, form, Provider.SECRET);
    }

    private HttpResponse<String> token(String client, String form, String secret) {
        String basic = Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(
                        URI.create(metadata.path("token_endpoint").asString()))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> ask(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(home + path)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return machine.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static String keyOf(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return JSON.readTree(header).path("kid").asString();
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Knows every member of staff, with a role and a site that no token says. */
    private static HttpServer participantService() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/staff/", exchange -> {
                byte[] body = "{\"role\":\"JAIL_CASE_MANAGER\",\"sites\":[\"site-of-the-record\"],\"active\":true}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
