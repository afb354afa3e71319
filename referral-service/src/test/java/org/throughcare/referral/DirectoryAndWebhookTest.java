package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.webhook.WebhookSecrets;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DirectoryAndWebhookTest {

    private static final String SITE = UUID.randomUUID().toString();
    private static final String ADMIN = UUID.randomUUID().toString();
    private static final String WORKER = UUID.randomUUID().toString();
    private static final String PERSON = UUID.randomUUID().toString();
    private static final Duration SOON = Duration.ofMinutes(1);
    private static RunningService service;
    private static String admin;
    private static String worker;

    @BeforeAll
    static void start() {
        service = new RunningService(
                EmbeddedPartners.class,
                "referral-service",
                "--throughcare.partners.broker-uri=" + TestParts.partnersUri(),
                "--throughcare.partners.provisioning=own",
                "--throughcare.partners.private-webhooks=true");
        admin = service.issuer().staff(RunningService.GRANTEE, ADMIN);
        worker = service.issuer().staff(RunningService.GRANTEE, WORKER);
        String person = """
                {"id":"%s","caseNumber":"TR-9","givenName":"Dara","familyName":"Wells","site":"%s","zone":"America/Chicago",
                 "contacts":[],"active":true}""".formatted(PERSON, SITE);
        service.owners().answers("/participants/" + PERSON, person);
        String known = """
                {"participant":"%s","site":"%s","sites":["%s"],"staffingModel":"SAME_STAFF","primary":"%s","team":[],
                 "state":"OPEN"}""".formatted(PERSON, SITE, SITE, WORKER);
        service.owners().answers("/participants/" + PERSON + "/case", known);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            staff(ADMIN, "GRANTEE_ADMINISTRATOR");
            staff(WORKER, "COMMUNITY_CASE_MANAGER");
            service.hears("participant", "case", "case-opened", PERSON, 1, PERSON, SITE, known);
            assertThat(service.get("/directory/services", admin).status()).isEqualTo(200);
            assertThat(service.get("/participants/" + PERSON + "/referrals", worker)
                            .status())
                    .isEqualTo(200);
        });
    }

    private static void staff(String id, String role) {
        staff(id, role, SITE);
    }

    private static void staff(String id, String role, String site) {
        service.hears("participant", "staff-member", "staff-member-joined", id, 1, null, null, """
                {"id":"%s","name":"%s","role":"%s","sites":["%s"],"settings":["COMMUNITY"],"active":true}""".formatted(
                        id, role, role, site));
    }

    private static String supervisorAt(String site) {
        String id = UUID.randomUUID().toString();
        staff(id, "SUPERVISOR", site);
        String token = service.issuer().staff(RunningService.GRANTEE, id);
        await().atMost(SOON)
                .until(() -> service.get("/budgets/" + UUID.randomUUID(), token).status() == 404);
        return token;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ObjectNode fictional() throws Exception {
        try (var in = Objects.requireNonNull(java.nio.file.Files.newInputStream(
                java.nio.file.Path.of("../acceptance/src/main/resources/directory/three-rivers-hsds.json")))) {
            return (ObjectNode) Json.strict().readTree(in);
        }
    }

    @Test
    @DisplayName(
            "Y17 a directory is imported once however often, found by words and kind, and faults name row and field")
    void directory() throws Exception {
        assertThat(service.post("/directory/imports", worker, fictional()).status())
                .isEqualTo(403);
        ObjectNode broken = fictional();
        ((ObjectNode) broken.path("service").get(1)).put("status", "open");
        Answer refused = service.post("/directory/imports", admin, broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.http().body()).contains("service[1].status");
        Answer first = service.post("/directory/imports", admin, fictional());
        assertThat(first.json().path("added").asInt()).as(first.http().body()).isEqualTo(27);
        assertThat(service.post("/directory/imports", admin, fictional())
                        .json()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(27);
        JsonNode found = service.get("/directory/services?q=harlan%20home&kind=HOUSING", worker)
                .json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").get(0).path("listing").path("name").asString())
                .isEqualTo("Shared homes on the day of release");
        JsonNode page = service.get("/directory/services?limit=20", worker).json();
        JsonNode rest = service.get(
                        "/directory/services?limit=20&cursor="
                                + page.path("next").asString(),
                        worker)
                .json();
        assertThat(page.path("items").size() + rest.path("items").size()).isEqualTo(26);
    }

    @Test
    @DisplayName(
            "H7 of twenty approvals at once no more are given than the budget holds; supervisors of another site give none")
    void money() throws Exception {
        String budget = UUID.randomUUID().toString();
        Answer opened = service.put(
                "/budgets/" + budget,
                admin,
                Map.of(
                        "site",
                        SITE,
                        "fundSource",
                        "WIOA Adult",
                        "from",
                        LocalDate.EPOCH.toString(),
                        "until",
                        "2099-12-31",
                        "total",
                        100,
                        "allowable",
                        List.of("TRANSPORT")));
        assertThat(opened.status()).as(opened.http().body()).isEqualTo(201);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String line = UUID.randomUUID().toString();
            lines.add(line);
            Answer asked = service.post(
                    "/budgets/" + budget + "/requests",
                    worker,
                    Map.of("id", line, "participant", PERSON, "kind", "TRANSPORT", "amount", 10));
            assertThat(asked.status()).as(asked.http().body()).isEqualTo(200);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = lines.stream()
                    .map(line -> threads.submit(
                            () -> service.post("/budgets/" + budget + "/requests/" + line + "/approval", admin, null)
                                    .status()))
                    .toList();
            int given = 0;
            for (Future<Integer> each : answers) {
                int status = each.get();
                assertThat(status).isIn(200, 409);
                given += status == 200 ? 1 : 0;
            }
            assertThat(given).isEqualTo(10);
        }
        assertThat(service.get("/budgets/" + budget, admin).json().path("left").asDouble())
                .isZero();
        String here = supervisorAt(SITE);
        String elsewhere = supervisorAt(UUID.randomUUID().toString());
        assertThat(service.get("/budgets/" + budget, here).status()).isEqualTo(200);
        assertThat(service.get("/budgets/" + budget, elsewhere).status()).isEqualTo(403);
        for (String decision : List.of("approval", "refusal")) {
            String path = "/budgets/" + budget + "/requests/" + lines.getFirst() + "/" + decision;
            assertThat(service.post(path, elsewhere, null).status()).isEqualTo(403);
        }
        Map<String, Object> spent = Map.of("amount", 10, "on", LocalDate.EPOCH.toString());
        assertThat(service.post("/budgets/" + budget + "/requests/" + lines.getFirst() + "/spending", elsewhere, spent)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("A page of nothing, or longer than there are, is refused and not cut to size")
    void pages() {
        for (String wrong : List.of("0", "-1", "51")) {
            Answer answer = service.get("/directory/services?limit=" + wrong, worker);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("limit");
        }
        assertThat(service.get("/directory/services?limit=50", worker).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C7 a signed webhook goes again under the same id until it is confirmed, and says nothing of anybody")
    void webhook() throws Exception {
        List<Map<String, String>> got = new CopyOnWriteArrayList<>();
        HttpServer partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/hook", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                got.add(Map.of(
                        "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                        "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        "signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                        "body", body));
                exchange.sendResponseHeaders(got.size() < 2 ? 500 : 204, -1);
            }
        });
        partner.start();
        try {
            String id = UUID.randomUUID().toString();
            service.put(
                    "/partners/" + id,
                    admin,
                    Map.of("name", "Hooked", "kinds", List.of("FOOD"), "delivery", "WEBHOOK"));
            String url = "http://127.0.0.1:" + partner.getAddress().getPort() + "/hook";
            Answer set = service.put("/partners/" + id + "/webhook", admin, Map.of("url", url));
            assertThat(set.status()).as(set.http().body()).isEqualTo(201);
            String secret = set.json().path("secret").asString();
            String referral = UUID.randomUUID().toString();
            Standing.answers(service.owners(), PERSON, id, "IDENTITY", referral, """
                    {"stands":true,"consent":"%s","revision":1,"purpose":"food","kinds":["IDENTITY"],"text":"yes"}""".formatted(UUID.randomUUID()));
            Answer drafted = service.put("/referrals/" + referral, worker, """
                    {"participant":"%s","partner":"%s","service":"Weekly box","kind":"FOOD","role":"A box a week",
                     "startsOn":"2027-01-05","kinds":["IDENTITY"]}""".formatted(PERSON, id));
            assertThat(drafted.status()).as(drafted.http().body()).isEqualTo(201);
            assertThat(service.post("/referrals/" + referral + "/sending", worker, null)
                            .status())
                    .isEqualTo(200);
            await().atMost(SOON).until(() -> got.size() >= 2);
            assertThat(got.get(0).get("id")).isEqualTo(got.get(1).get("id"));
            Map<String, String> confirmed = got.get(1);
            assertThat(confirmed.get("signature"))
                    .isEqualTo(WebhookSecrets.signature(
                            secret,
                            String.valueOf(confirmed.get("id")),
                            Long.parseLong(String.valueOf(confirmed.get("timestamp"))),
                            String.valueOf(confirmed.get("body")).getBytes(StandardCharsets.UTF_8)));
            assertThat(confirmed.get("body")).doesNotContain("Dara").doesNotContain(PERSON);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(service.get("/participants/" + PERSON + "/disclosures", worker)
                                    .http()
                                    .body())
                            .contains("\"state\":\"SENT\""));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(service.get("/reports/referral-rate?from=2020-01-01&to=2099-01-01", admin)
                                            .http()
                                            .body())
                                    .contains(WORKER)
                                    .contains("\"perHundredCases\":100"));
        } finally {
            partner.stop(0);
        }
    }

    @Test
    @DisplayName("C8 a need that nobody could meet is recorded and reported as a gap")
    void unmetNeed() {
        String id = UUID.randomUUID().toString();
        Answer recorded = service.put(
                "/unmet-needs/" + id, worker, Map.of("participant", PERSON, "kind", "CHILDCARE", "why", "NO_CAPACITY"));
        assertThat(recorded.status()).as(recorded.http().body()).isEqualTo(201);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/reports/unmet-needs?from=2020-01-01&to=2099-01-01", admin)
                                .http()
                                .body())
                        .contains("\"kind\":\"CHILDCARE\"")
                        .contains("\"stillUnmet\":1"));
        assertThat(service.get("/reports/unmet-needs", worker).status()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "a partner hears of one referral in order: of a new start never before the referral itself has arrived")
    void inOrder() throws Exception {
        List<String> confirmed = new CopyOnWriteArrayList<>();
        AtomicBoolean open = new AtomicBoolean();
        AtomicInteger tries = new AtomicInteger();
        HttpServer partner = hook(exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            tries.incrementAndGet();
            if (open.get()) {
                confirmed.add(Json.mapper().readTree(body).path("type").asString());
            }
            exchange.sendResponseHeaders(open.get() ? 204 : 500, -1);
        });
        try {
            String referral = sentTo(partner, "\"startsOnRelease\":true");
            await().atMost(SOON).until(() -> tries.get() > 0);
            service.hears("participant", "custody", "projected-release-changed", PERSON, 7, PERSON, SITE, """
                    {"participant":"%s","site":"%s","zone":"America/Chicago","population":"NEAR_RELEASE",
                     "projectedRelease":"2027-03-20"}""".formatted(
                            PERSON, SITE));
            await().atMost(SOON).until(() -> disclosures(referral).contains("start-changed"));
            open.set(true);
            await().atMost(SOON).until(() -> confirmed.size() == 2);
            assertThat(confirmed)
                    .containsExactly(
                            "org.throughcare.partner.referral.requested.v1",
                            "org.throughcare.partner.referral.start-changed.v1");
        } finally {
            partner.stop(0);
        }
    }

    @Test
    @DisplayName("a webhook whose answer never ends is taken at its status and holds up nothing")
    void endlessAnswer() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer partner = hook(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            String referral = sentTo(partner, "\"startsOn\":\"2027-01-05\"");
            await().atMost(SOON).until(() -> disclosures(referral).contains("\"state\":\"SENT\""));
        } finally {
            over.countDown();
            partner.stop(0);
        }
    }

    private static HttpServer hook(HttpHandler handler) throws IOException {
        HttpServer partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/hook", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        partner.start();
        return partner;
    }

    /** Registers a partner that is called there, and sends it a referral under a release. */
    private static String sentTo(HttpServer partner, String start) {
        String id = UUID.randomUUID().toString();
        service.put(
                "/partners/" + id, admin, Map.of("name", "Called", "kinds", List.of("FOOD"), "delivery", "WEBHOOK"));
        String url = "http://127.0.0.1:" + partner.getAddress().getPort() + "/hook";
        assertThat(service.put("/partners/" + id + "/webhook", admin, Map.of("url", url))
                        .status())
                .isEqualTo(201);
        String referral = UUID.randomUUID().toString();
        Standing.answers(service.owners(), PERSON, id, "IDENTITY", referral, """
                {"stands":true,"consent":"%s","revision":1,"purpose":"food","kinds":["IDENTITY"],"text":"yes"}""".formatted(UUID.randomUUID()));
        Answer drafted = service.put("/referrals/" + referral, worker, """
                {"participant":"%s","partner":"%s","service":"Weekly box","kind":"FOOD","role":"A box a week",
                 %s,"kinds":["IDENTITY"]}""".formatted(PERSON, id, start));
        assertThat(drafted.status()).as(drafted.http().body()).isEqualTo(201);
        assertThat(service.post("/referrals/" + referral + "/sending", worker, null)
                        .status())
                .isEqualTo(200);
        return referral;
    }

    private static String disclosures(String referral) {
        return service.get("/participants/" + PERSON + "/disclosures", worker)
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("referral").asString().equals(referral))
                .map(JsonNode::toString)
                .collect(Collectors.joining());
    }
}
