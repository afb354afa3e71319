package org.throughcare.allinone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInServerTest {

    private static final String CALLBACK = "http://127.0.0.1:43210/sign-in/callback";
    private static final String VERIFIER = "v".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path directory;

    private static ConfigurableApplicationContext server;
    private static String issuer;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        issuer = "http://127.0.0.1:" + port;
        server = run(port);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aMemberOfStaffSignsInAndTheTokenSaysWhoAndForWhichGrantee() throws Exception {
        JsonNode tokens = signIn("jail.jia", "jia-demo");

        JWTClaimsSet access = verified(tokens.path("access_token").asString());
        assertThat(access.getIssuer()).isEqualTo(issuer);
        assertThat(access.getAudience()).containsExactly("throughcare-api");
        assertThat(access.getStringClaim("grantee")).isEqualTo("three-rivers");
        assertThat(access.getStringClaim("staff")).isEqualTo("0190aaaa-0000-7000-8000-000000000002");
        JWTClaimsSet identity = verified(tokens.path("id_token").asString());
        assertThat(identity.getAudience()).containsExactly("throughcare-gateway");
        assertThat(identity.getStringClaim("name")).isEqualTo("Jia Lindqvist");
        assertThat(identity.getStringClaim("grantee")).isEqualTo("three-rivers");
    }

    @Test
    void aRefreshTokenGivesANewAccessTokenWithTheSameContents() throws Exception {
        JsonNode tokens = signIn("other.otto", "otto-demo");

        JsonNode fresh = token(
                "grant_type=refresh_token&refresh_token="
                        + tokens.path("refresh_token").asString(),
                "throughcare-gateway",
                "gateway-secret");

        assertThat(verified(fresh.path("access_token").asString()).getStringClaim("grantee"))
                .isEqualTo("lake-county");
    }

    @Test
    void theSuiteAndPartnersGetTokensOfTheirOwn() throws Exception {
        JWTClaimsSet system = verified(token("grant_type=client_credentials", "throughcare-system", "system-secret")
                .path("access_token")
                .asString());
        JWTClaimsSet partner =
                verified(token("grant_type=client_credentials", "partner-riverside-housing", "partner-secret")
                        .path("access_token")
                        .asString());

        assertThat(system.getStringClaim("throughcare_role")).isEqualTo("system");
        assertThat(system.getAudience()).containsExactly("throughcare-api");
        assertThat(partner.getStringClaim("throughcare_role")).isEqualTo("partner");
        assertThat(partner.getStringClaim("grantee")).isEqualTo("three-rivers");
        assertThat(partner.getStringClaim("partner")).isEqualTo("0190aaaa-0000-7000-8000-000000000201");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn("monitor.mo", "wrong")).endsWith("/login?wrong");
        }

        assertThat(logIn("monitor.mo", "mo-demo")).endsWith("/login?wait");
        assertThat(logIn("super.sol", "sol-demo")).doesNotContain("/login");
    }

    @Test
    void withoutProofOfTheCodesOwnerThereIsNoToken() throws Exception {
        String code = code("admin.ada", "ada-demo");

        HttpResponse<String> answer = askForToken(
                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(CALLBACK) + "&code_verifier="
                        + "w".repeat(64),
                "throughcare-gateway",
                "gateway-secret");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theFormIsLabelledAndRunsNoScript() throws Exception {
        HttpResponse<String> form = get(URI.create(issuer + "/login?wrong"));

        assertThat(form.body())
                .contains("<label for=\"username\">", "<label for=\"password\">", "role=\"alert\"", "lang=\"en\"")
                .doesNotContain("<script");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void theSigningKeyIsKeptForTheNextStartAndForNobodyElse() throws Exception {
        String before = get(URI.create(issuer + "/oauth2/jwks")).body();
        int port = URI.create(issuer).getPort();
        server.close();
        server = run(port);

        assertThat(get(URI.create(issuer + "/oauth2/jwks")).body()).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(directory.resolve("keys/sign-in.json")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private static ConfigurableApplicationContext run(int port) {
        return new SpringApplicationBuilder(SignInServer.class)
                .run(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + port,
                        "--throughcare.sign-in-server.issuer=" + issuer,
                        "--throughcare.sign-in-server.key-file=" + directory.resolve("keys/sign-in.json"),
                        "--GATEWAY_CLIENT_SECRET=gateway-secret",
                        "--SYSTEM_CLIENT_SECRET=system-secret",
                        "--PARTNER_CLIENT_SECRET=partner-secret");
    }

    private JsonNode signIn(String username, String password) throws Exception {
        return token(
                "grant_type=authorization_code&code=" + code(username, password) + "&redirect_uri=" + encoded(CALLBACK)
                        + "&code_verifier=" + VERIFIER,
                "throughcare-gateway",
                "gateway-secret");
    }

    private String code(String username, String password) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        URI authorize = URI.create(issuer
                + "/oauth2/authorize?response_type=code&client_id=throughcare-gateway&scope=openid%20profile&prompt=login"
                + "&state=s&nonce=n&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri="
                + encoded(CALLBACK));
        HttpResponse<String> sentToForm = get(authorize);
        assertThat(sentToForm.headers().firstValue("Location").orElse("")).endsWith("/login");
        String onward = logIn(username, password);
        HttpResponse<String> back = get(URI.create(onward));
        Matcher code = Pattern.compile("[?&]code=([^&]+)")
                .matcher(back.headers().firstValue("Location").orElse(""));
        assertThat(code.find()).as("code in %s", back.headers().map()).isTrue();
        return code.group(1);
    }

    /** Where the form leads. */
    private String logIn(String username, String password) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(URI.create(issuer + "/login")).body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "_csrf=" + encoded(csrf.group(1)) + "&username=" + username + "&password=" + password))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private JsonNode token(String form, String client, String secret) throws IOException, InterruptedException {
        HttpResponse<String> answer = askForToken(form, client, secret);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> askForToken(String form, String client, String secret)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get(URI.create(issuer + "/oauth2/jwks")).body());
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(List.of("RS256")).contains(jwt.getHeader().getAlgorithm().getName());
        return jwt.getJWTClaimsSet();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
