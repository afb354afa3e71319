package org.throughcare.testing;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sign-in server for tests: discovery, keys, client credentials, and tokens for whoever a test wants to be. Making keys and signing
 * take longer than most of what a test asks with them: so a key goes from one issuer to the next, never to two at once, and whoever
 * asks again has the token that they had.
 */
public final class TestIssuer implements AutoCloseable {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration GIVEN_AGAIN = Duration.ofMinutes(20);
    private static final Queue<RSAKey> LEFT = new ConcurrentLinkedQueue<>();

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private final Map<Map<String, String>, Given> given = new ConcurrentHashMap<>();
    private volatile RSAKey key;

    private record Given(String token, RSAKey key, Instant at) {}

    public TestIssuer() {
        try {
            RSAKey left = LEFT.poll();
            key = left == null ? fresh("test-" + UUID.randomUUID()) : left;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        "{\"issuer\":\"" + uri() + "\",\"jwks_uri\":\"" + uri() + "/jwks\",\"token_endpoint\":\""
                                + uri()
                                + "/token\",\"authorization_endpoint\":\"" + uri()
                                + "/authorize\",\"subject_types_supported\":[\"public\"]}"));
        server.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"" + system() + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        server.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String staff(String grantee, String staffId) {
        return token(Map.of("grantee", grantee, "staff", staffId));
    }

    public String partner(String grantee, String partnerId) {
        return token(Map.of("grantee", grantee, "partner", partnerId, "throughcare_role", "partner"));
    }

    public String system() {
        return token(Map.of("throughcare_role", "system", "azp", "throughcare-system"));
    }

    public String token(Map<String, String> claims) {
        RSAKey now = key;
        return given.compute(
                        Map.copyOf(claims),
                        (same, before) -> before != null
                                        && before.key().equals(now)
                                        && before.at().plus(GIVEN_AGAIN).isAfter(Instant.now())
                                ? before
                                : new Given(made(same, now), now, Instant.now()))
                .token();
    }

    private String made(Map<String, String> claims, RSAKey with) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(new TreeMap<>(claims).toString())
                .audience("throughcare-api")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(LIFE)));
        claims.forEach(set::claim);
        return signed(set, with);
    }

    /** Signs whatever is claimed, right or wrong, with the key of the moment. */
    public String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Another key under another name from now on; the one before is not published any more. */
    public void rotate() {
        try {
            key = fresh("test-" + UUID.randomUUID());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String keyId() {
        return key.getKeyID();
    }

    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** How often the keys were fetched. */
    public int fetches() {
        return fetches.get();
    }

    private static RSAKey fresh(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    @Override
    public void close() {
        server.stop(0);
        LEFT.add(key);
    }

    private static void answer(HttpExchange exchange, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
