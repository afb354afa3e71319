package org.throughcare.platform.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.ThroughcarePlatform;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.CaseFiles;
import org.throughcare.platform.security.IssuerKeys;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.security.StaffDirectory;
import org.throughcare.platform.store.OutboxFull;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.IfMatch;
import org.throughcare.platform.web.OwnerAway;
import tools.jackson.databind.JsonNode;

/** A service with nothing of its own but routes to try the edge with. */
final class EdgeUnderTest implements AutoCloseable {

    static final String ISSUER = "https://sign-in.test/one";
    static final String OTHER_ISSUER = "https://sign-in.test/two";
    static final String AWAY_ISSUER = "https://sign-in.test/away";
    static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final String CASE = "0190aaaa-0000-7000-8000-000000000001";

    private static final ECKey KEY = key();
    private static final ECKey STRANGER = key();

    private final EmbeddedDocumentStore store;
    private final EmbeddedBroker broker = EmbeddedBroker.inMemory();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    EdgeUnderTest(String... more) {
        this(EmbeddedDocumentStore.inMemory(), more);
    }

    EdgeUnderTest(EmbeddedDocumentStore store, String... more) {
        this.store = store;
        String[] settings = {
            "--server.port=0",
            "--throughcare.service=edge",
            "--throughcare.store-uri=" + store.connectionString(),
            "--throughcare.broker-uri=" + broker.uri(EmbeddedBroker.SERVICES),
            "--throughcare.grantees[0].id=three-rivers",
            "--throughcare.grantees[0].issuers=" + ISSUER + "," + AWAY_ISSUER,
            "--throughcare.grantees[1].id=high-plains",
            "--throughcare.grantees[1].issuers=" + OTHER_ISSUER,
            "--throughcare.security.issuers=" + ISSUER,
            "--throughcare.security.client-secret=of-the-tests",
            "--throughcare.cipher.key-encryption-key=" + KEK,
            "--throughcare.body-limit=2KB",
            "--logging.level.de.bwaldvogel=warn",
            "--logging.level.io.netty=warn",
            "--logging.level.org.apache.qpid=warn",
            "--logging.level.qpid=warn",
        };
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(settings), Arrays.stream(more))
                .forEach(each -> all.put(each.substring(0, each.indexOf('=')), each));
        context = new SpringApplicationBuilder(Application.class)
                .properties("spring.config.name=none", "spring.main.banner-mode=off")
                .run(all.values().toArray(String[]::new));
        port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    EmbeddedDocumentStore store() {
        return store;
    }

    @Override
    public void close() {
        stop();
        store.close();
    }

    /** The store stays. */
    void stop() {
        client.close();
        context.close();
        broker.close();
    }

    /** An answer, read as JSON where it is. */
    record Answer(int status, HttpResponse<String> http) {

        JsonNode json() {
            return Json.mapper().readTree(http.body());
        }

        String problem() {
            return json().path("type").asString("").replace("https://throughcare.org/problems/", "");
        }

        JsonNode fault() {
            return json().path("errors").path(0);
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    Answer ask(String method, String path, @Nullable String token, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String staff(String id) {
        return token(ISSUER, Map.of("grantee", "three-rivers", "staff", id));
    }

    static String system() {
        return token(ISSUER, Map.of("throughcare_role", "system", "azp", "throughcare-system"));
    }

    static String token(String issuer, Map<String, String> claims) {
        return sign(KEY, claims(issuer, claims).build());
    }

    static String forged(String issuer, Map<String, String> claims) {
        return sign(STRANGER, claims(issuer, claims).build());
    }

    static String expired(long secondsAgo) {
        return sign(
                KEY,
                claims(ISSUER, Map.of("grantee", "three-rivers", "staff", "jail-worker"))
                        .expirationTime(Date.from(Instant.now().minusSeconds(secondsAgo)))
                        .build());
    }

    static String withoutExpiry() {
        return sign(
                KEY,
                claims(ISSUER, Map.of("grantee", "three-rivers", "staff", "jail-worker"))
                        .expirationTime(null)
                        .build());
    }

    static String forAnotherAudience() {
        return sign(
                KEY,
                claims(ISSUER, Map.of("grantee", "three-rivers", "staff", "jail-worker"))
                        .audience("someone-else")
                        .build());
    }

    private static JWTClaimsSet.Builder claims(String issuer, Map<String, String> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("sub")
                .audience("throughcare-api")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        claims.forEach(set::claim);
        return set;
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ThroughcarePlatform.class, Routes.class, KeptThings.class})
    static class Application {

        @Bean
        IssuerKeys testKeys() {
            return issuer -> {
                if (issuer.equals(AWAY_ISSUER)) {
                    throw new IOException("away");
                }
                return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
            };
        }

        @Bean
        StaffDirectory testStaff() {
            return id -> Optional.ofNullable(
                    switch (id) {
                        case "jail-worker" ->
                            new StaffDirectory.StaffCard("Ana", Role.JAIL_CASE_MANAGER, Set.of("jail"), true);
                        case "other-site" ->
                            new StaffDirectory.StaffCard("Ben", Role.COMMUNITY_CASE_MANAGER, Set.of("far"), true);
                        case "former-member" ->
                            new StaffDirectory.StaffCard("Cal", Role.COMMUNITY_CASE_MANAGER, Set.of("far"), true);
                        case "monitor" -> new StaffDirectory.StaffCard("Dee", Role.MONITOR, Set.of("jail"), true);
                        case "administrator" ->
                            new StaffDirectory.StaffCard("Eve", Role.GRANTEE_ADMINISTRATOR, Set.of(), true);
                        case "gone" -> new StaffDirectory.StaffCard("Fay", Role.SUPERVISOR, Set.of("jail"), false);
                        default -> null;
                    });
        }

        @Bean
        CaseFiles testCases() {
            return participant -> participant.equals(CASE)
                    ? Optional.of(new CaseFiles.CaseFile(CASE, Set.of("jail"), Set.of("former-member")))
                    : Optional.empty();
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    record Thing(
            @NotBlank String name,
            @Nullable @Max(9) Integer size,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable ZoneId zone,
            @Nullable UUID id,
            @Nullable Colour colour,
            @Nullable @Valid List<Part> parts) {}

    record Part(@NotNull String label, boolean spare) {}

    @RestController
    static class Routes {
        private final CaseAccess access;
        private final ReadAudit audit;

        Routes(CaseAccess access, ReadAudit audit) {
            this.access = access;
            this.audit = audit;
        }

        @PostMapping("/things")
        ResponseEntity<Object> post(Command command, @Valid @RequestBody Thing thing) {
            return ResponseEntity.ok(Map.of("command", command, "thing", thing));
        }

        @PutMapping("/things/{id}")
        Command put(Command command, @PathVariable String id, @Valid @RequestBody Thing thing) {
            return command;
        }

        @PostMapping("/things/{id}/change")
        Command change(@IfMatch Command command, @PathVariable String id) {
            return command;
        }

        @GetMapping("/things")
        Map<String, Object> list(
                @RequestParam LocalDate from,
                @RequestParam(required = false) @Nullable Instant at,
                @RequestParam(defaultValue = "5") @Max(100) int limit) {
            return Map.of("from", from, "limit", limit);
        }

        @GetMapping("/whoami")
        Map<String, Object> whoami(Caller caller) {
            return Map.of("caller", caller, "scope", Scope.current());
        }

        @GetMapping("/participants/{id}")
        Map<String, String> participant(Caller caller, @PathVariable String id) {
            access.requireRead(caller, id);
            audit.read(caller, id, "test file");
            return Map.of("id", id);
        }

        @PostMapping("/participants/{id}")
        Map<String, String> write(Caller caller, @PathVariable String id) {
            access.requireWrite(caller, id);
            return Map.of("id", id);
        }

        @GetMapping("/fail/{how}")
        Map<String, String> fail(@PathVariable String how) {
            switch (how) {
                case "outbox" -> throw new OutboxFull("thing");
                case "owner" -> throw new OwnerAway("participant", new IOException("secret host name"));
                case "store" -> throw new com.mongodb.MongoTimeoutException("secret host name");
                default -> throw new IllegalStateException("secret detail");
            }
        }
    }
}
