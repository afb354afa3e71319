package org.throughcare.allinone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.gateway.GatewayApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway and the embedded sign-in server together, as a browser meets them. */
class GatewayWithSignInTest {

    /** With characters that a form or a header must not bend. */
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static final String SECRET = "a+secret/with=signs";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EmbeddedDocumentStore STORE = EmbeddedDocumentStore.inMemory();

    private static ConfigurableApplicationContext signIn;
    private static ConfigurableApplicationContext gateway;
    private static String home;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void start() throws IOException {
        String issuer = "http://127.0.0.1:" + freePort();
        home = "http://127.0.0.1:" + freePort();
        signIn = new SpringApplicationBuilder(SignInServer.class)
                .run(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + URI.create(issuer).getPort(),
                        "--throughcare.sign-in-server.issuer=" + issuer,
                        "--throughcare.sign-in-server.gateways=" + home,
                        "--throughcare.sign-in-server.gateway-secret=" + SECRET,
                        "--throughcare.sign-in-server.system-secret=" + SECRET,
                        "--PARTNER_CLIENT_SECRET=unused");
        gateway = new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--spring.config.name=" + GatewayApplication.CONFIGURATION,
                        "--server.port=" + URI.create(home).getPort(),
                        "--throughcare.public-url=" + home,
                        "--throughcare.store-uri=" + STORE.connectionString(),
                        "--throughcare.sign-in.issuer=" + issuer,
                        "--throughcare.sign-in.client-secret=" + SECRET,
                        "--throughcare.security.client-secret=" + SECRET,
                        "--throughcare.sessions.key=" + KEY);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        signIn.close();
        STORE.close();
    }

    @Test
    void aPersonSignsInByTheFormAndSignsOutOfBoth() throws Exception {
        JsonNode who = signIn();

        assertThat(who.path("name").asString()).isEqualTo("Jia Lindqvist");
        assertThat(who.path("grantee").asString()).isEqualTo("three-rivers");
        assertThat(who.path("staff").asString()).isEqualTo("0190aaaa-0000-7000-8000-000000000002");

        HttpResponse<String> out = browser.send(
                HttpRequest.newBuilder(URI.create(home + "/sign-out"))
                        .header("X-CSRF-Token", who.path("csrfToken").asString())
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> away =
                get(JSON.readTree(out.body()).path("continueAt").asString());
        HttpResponse<String> again = get(home + "/sign-in?next=/session");

        assertThat(away.uri().toString()).isEqualTo(home + "/");
        assertThat(get(home + "/session").statusCode()).isEqualTo(401);
        assertThat(again.uri().getPath()).isEqualTo("/login");
    }

    private JsonNode signIn() throws Exception {
        HttpResponse<String> form = get(home + "/sign-in?next=/session");
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(csrf.find()).as(form.body()).isTrue();
        HttpResponse<String> landed = browser.send(
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html,*/*")
                        .POST(BodyPublishers.ofString("_csrf="
                                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                                + "&username=jail.jia&password=jia-demo"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(landed.statusCode()).as(landed.uri() + " " + landed.body()).isEqualTo(200);
        return JSON.readTree(landed.body());
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
