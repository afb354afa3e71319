package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.PartnerQueue;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("suite")
@DisplayName("The two programs for partners in the README")
class PartnerExamplesTest {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String ALDER = "0190cccc-0000-7000-8000-000000000100";

    @TempDir
    private static Path data;

    private static SuiteProcess suite;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "up");
        suite.awaitOutput("Serving at", START);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    @DisplayName("are the files that are run here")
    void readme() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme)
                .contains(Files.readString(Path.of("../acceptance/partner-examples/java/HousingConsumer.java")))
                .contains(Files.readString(Path.of("../acceptance/partner-examples/python/housing_consumer.py")));
    }

    @Test
    @DisplayName("Java: accepts the referral that waits, and a second delivery changes nothing")
    void inJava() throws Exception {
        acceptsOnce(PartnerProgram.java());
    }

    @Test
    @DisplayName("Python: accepts the referral that waits, and a second delivery changes nothing")
    void inPython() throws Exception {
        var python = PartnerProgram.python();
        Assumptions.assumeTrue(python.isPresent(), "this machine has no python3");
        acceptsOnce(python.orElseThrow());
    }

    private static void acceptsOnce(PartnerProgram program) throws Exception {
        Person ada = Person.signIn(suite.gateway(), "admin.ada", "ada-demo");
        Person jia = Person.signIn(suite.gateway(), "jail.jia", "jia-demo");
        String partner = Ids.next();
        ada.put(
                        "/api/referral/partners/" + partner,
                        Map.of("name", "Harbor Homes", "kinds", List.of("HOUSING"), "delivery", "AMQP"))
                .ok();
        JsonNode access = ada.post("/api/referral/partners/" + partner + "/access", Map.of())
                .ok()
                .json();
        String referral = Ids.next();
        send(jia, partner, referral);

        String printed = program.once(access);
        assertThat(printed).contains(referral).contains("partner.referral.requested");
        await().atMost(SOON).until(() -> seen(jia, referral).text("state").equals("ACCEPTED"));
        Answer accepted = seen(jia, referral);

        deliverAgain(access, printed.strip().lines().toList().getLast());
        assertThat(program.once(access)).contains(referral);
        // The inbox is read in order: once what comes after is taken, the second acceptance has been seen to.
        try (PartnerQueue queue = new PartnerQueue(
                access.path("address").asString(),
                access.path("username").asString(),
                access.path("password").asString(),
                access.path("queue").asString(),
                access.path("routingKeyPrefix").asString())) {
            queue.answer("started", Map.of("referral", referral));
            await().atMost(SOON).until(() -> seen(jia, referral).text("state").equals("IN_PROGRESS"));
        }
        Answer started = seen(jia, referral);
        assertThat(revision(started))
                .as("one revision for the start, none for the second acceptance")
                .isEqualTo(revision(accepted) + 1);
        assertThat(started.json()
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("status").asString()))
                .containsExactly("DRAFT", "REQUESTED", "ACCEPTED", "IN_PROGRESS");
    }

    private static void send(Person jia, String partner, String referral) {
        String person = Ids.next();
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();
        jia.put("/api/participant/participants/" + person, intake(person)).ok();
        jia.put(
                        "/api/participant/participants/" + person + "/case",
                        Map.of("programmes", List.of("LEAP"), "setting", "JAIL"))
                .ok();
        jia.put(
                        "/api/participant/consents/" + Ids.next(),
                        Map.of(
                                "participant",
                                person,
                                "recipient",
                                partner,
                                "recipientName",
                                "Harbor Homes",
                                "purpose",
                                "A place to live",
                                "kinds",
                                List.of("IDENTITY", "HOUSING_NEED"),
                                "signedOn",
                                today,
                                "signature",
                                Map.of("signedBy", "Darnell Reed", "as", "PARTICIPANT", "manner", "ON_PAPER")))
                .ok();
        jia.put(
                        "/api/referral/referrals/" + referral,
                        Map.of(
                                "participant",
                                person,
                                "partner",
                                partner,
                                "service",
                                "Reentry home",
                                "kind",
                                "HOUSING",
                                "role",
                                "Give a bed from the day of release",
                                "kinds",
                                List.of("IDENTITY", "HOUSING_NEED")))
                .ok();
        jia.post("/api/referral/referrals/" + referral + "/sending", Map.of()).ok();
    }

    /** Names that sound like nobody else's: the duplicate check has its own tests. */
    private static Map<String, Object> intake(String id) {
        String letters = id.replace("-", "")
                .chars()
                .map(c -> 'a' + Character.digit(c, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Map<String, Object> identity = Map.of(
                "givenName", letters.substring(12, 22),
                "familyName", letters.substring(22),
                "language", "en",
                "dateOfBirth", "1980-01-02",
                "identifiers", List.of(),
                "priority", List.of());
        return Map.of("identity", identity, "site", ALDER);
    }

    /** The same message once more, as after a try whose confirmation was lost. */
    private static void deliverAgain(JsonNode access, String message) throws Exception {
        assertThat(JsonMapper.shared().readTree(message).isObject()).isTrue();
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(suite.brokerPort());
        factory.setVirtualHost("partners");
        factory.setUsername("throughcare");
        factory.setPassword(secrets.getProperty("broker"));
        try (Connection broker = factory.newConnection("again");
                Channel channel = broker.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "partner-events",
                    access.path("routingKeyPrefix").asString() + ".requested",
                    true,
                    new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                    message.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
        }
    }

    private static Answer seen(Person jia, String referral) {
        return jia.get("/api/referral/referrals/" + referral).ok();
    }

    private static long revision(Answer answer) {
        return Long.parseLong(answer.etag().replaceAll("\\D", ""));
    }
}
