package org.throughcare.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider that signs everyone in at once as Jia; checks PKCE and the client's secret as a real one would. */
final class StubIssuer implements AutoCloseable {

    static final String STAFF = "0190aaaa-0000-7000-8000-000000000002";
    static final String SECRET = "a-secret-of-the-gateway";

    private record Code(String nonce, String challenge, String redirectUri) {}

    final AtomicInteger refreshes = new AtomicInteger();
    volatile Duration accessLife = Duration.ofMinutes(5);
    volatile boolean refreshRefused;
    volatile String signIn = "sign-in-1";
    volatile HttpHandler tokens = this::token;
    volatile HttpHandler keys = this::published;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    StubIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/jwks", exchange -> keys.handle(exchange));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", exchange -> tokens.handle(exchange));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String staffToken(String grantee) {
        return signed(
                Map.of("grantee", grantee, "staff", STAFF, "name", "Jia Lindqvist"), "throughcare-api", accessLife);
    }

    String systemToken() {
        return signed(Map.of("throughcare_role", "system"), "throughcare-api", accessLife);
    }

    String signed(Map<String, Object> claims, String audience, Duration life) {
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject-1")
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(life)));
        claims.forEach(all::claim);
        return signed(key, all.build());
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/logout","subject_types_supported":["public"],\
                "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    void answering() {
        tokens = this::token;
        keys = this::published;
    }

    private void published(HttpExchange exchange) throws IOException {
        json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            json(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        String redirect = value(asked, "redirect_uri");
        codes.put(code, new Code(value(asked, "nonce"), value(asked, "code_challenge"), redirect));
        URI back = URI.create(redirect + "?code=" + code + "&state="
                + URLEncoder.encode(value(asked, "state"), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Location", back.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (value(asked, "grant_type")) {
            case "authorization_code" -> exchangeCode(exchange, asked);
            case "refresh_token" -> {
                refreshes.incrementAndGet();
                if (refreshRefused) {
                    json(exchange, 400, "{\"error\":\"invalid_grant\"}");
                } else {
                    json(exchange, 200, answer(staffToken("three-rivers"), ""));
                }
            }
            default -> json(exchange, 200, answer(systemToken(), ""));
        }
    }

    private void exchangeCode(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Code code = codes.remove(value(asked, "code"));
        boolean good = code != null
                && code.challenge().equals(challenge(value(asked, "code_verifier")))
                && code.redirectUri().equals(asked.get("redirect_uri"))
                && Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"))
                        .startsWith("Basic ");
        if (!good) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String identity = signed(
                Map.of(
                        "nonce",
                        Objects.requireNonNull(code).nonce(),
                        "grantee",
                        "three-rivers",
                        "staff",
                        STAFF,
                        "name",
                        "Jia Lindqvist",
                        "sid",
                        signIn),
                "throughcare-gateway",
                Duration.ofMinutes(5));
        json(exchange, 200, answer(staffToken("three-rivers"), ",\"id_token\":\"" + identity + "\""));
    }

    private String answer(String access, String more) {
        return "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\",\"expires_in\":" + accessLife.toSeconds()
                + ",\"refresh_token\":\"r-" + UUID.randomUUID() + "\"" + more + "}";
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String value(Map<String, String> form, String name) {
        return Objects.requireNonNullElse(form.get(name), "");
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
