package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.gateway.stream.EventFeedState;

class LiveStreamTest {

    private static final EmbeddedBroker BROKER = EmbeddedBroker.inMemory();
    private static final Edge EDGE = new Edge(Map.of("throughcare.broker-uri", BROKER.uri(EmbeddedBroker.SERVICES)));

    @BeforeAll
    static void connected() {
        await().until(EDGE.bean(EventFeedState.class)::isConnected);
    }

    @BeforeEach
    void onRecord() throws Exception {
        card("JAIL_CASE_MANAGER", true);
    }

    /** As participant-service has it from now on, and as it announces that. */
    private static void card(String role, boolean active) throws Exception {
        EDGE.participant.json(
                "/staff/" + StubIssuer.STAFF,
                "{\"role\":\"" + role + "\",\"sites\":[\"s1\"],\"active\":" + active + "}");
        publish("staff-member-changed", "three-rivers", "staff-member/" + StubIssuer.STAFF, "");
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        BROKER.close();
    }

    @Test
    void aHintReachesThoseOfTheSiteAndNobodyElse() throws Exception {
        List<String> heard = listen();

        announce("three-rivers", "s2", "p-elsewhere");
        announce("lake-county", "s1", "p-of-others");
        announce("three-rivers", null, "p-of-no-site");
        announce("three-rivers", "s1", "p-mine");

        await().until(() -> heard.stream().anyMatch(line -> line.contains("p-mine")));
        assertThat(heard)
                .noneMatch(line -> line.contains("elsewhere") || line.contains("others") || line.contains("no-site"));
        assertThat(heard).anyMatch(line -> line.equals("event:hint"));
        assertThat(heard).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void machinesHaveNoStream() {
        assertThat(EDGE.send(EDGE.asSystem("/api/stream")).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutASignInThereIsNoStream() {
        assertThat(EDGE.send(EDGE.request("/api/stream")).statusCode()).isEqualTo(401);
    }

    private static List<String> listen() {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        Thread.startVirtualThread(() -> {
            try {
                HttpResponse<Stream<String>> stream =
                        client.send(EDGE.asStaff("/api/stream").build(), BodyHandlers.ofLines());
                stream.body().forEach(lines::add);
            } catch (Exception closed) {
                lines.add("closed");
            }
        });
        await().until(() -> lines.contains("event:connected"));
        return lines;
    }

    @Test
    void endsWithItsTokenAndNotWithTheNextHeartbeat() throws Exception {
        Duration before = EDGE.issuer.accessLife;
        EDGE.issuer.accessLife = Duration.ofSeconds(3);
        List<String> heard;
        try {
            heard = listen();
        } finally {
            EDGE.issuer.accessLife = before;
        }

        await().atMost(Duration.ofSeconds(9)).until(() -> heard.contains("event:signed-out"));
        announce("three-rivers", "s1", "p-too-late");
        List<String> others = listen();
        announce("three-rivers", "s1", "p-for-others");
        await().until(() -> others.stream().anyMatch(line -> line.contains("p-for-others")));
        assertThat(heard).noneMatch(line -> line.contains("p-too-late") || line.contains("p-for-others"));
    }

    @Test
    void whoIsNoLongerOnTheStaffHearsOfNobodyFromThenOn() throws Exception {
        List<String> heard = listen();
        announce("three-rivers", "s1", "p-before");
        await().until(() -> heard.stream().anyMatch(line -> line.contains("p-before")));

        card("JAIL_CASE_MANAGER", false);
        announce("three-rivers", "s1", "p-after");
        publish("policy-changed", "three-rivers", "policy/last", "");

        await().until(() -> heard.stream().anyMatch(line -> line.contains("policy/last")));
        assertThat(heard).noneMatch(line -> line.contains("p-after"));
    }

    @Test
    void aMonitorHearsOfNobody() throws Exception {
        card("MONITOR", true);
        List<String> heard = listen();

        announce("three-rivers", "s1", "p-daily-work");
        publish("policy-changed", "three-rivers", "policy/next", "");

        await().until(() -> heard.stream().anyMatch(line -> line.contains("policy/next")));
        assertThat(heard).noneMatch(line -> line.contains("p-daily-work"));
    }

    @Test
    void whomTheirGranteesServiceTurnsAwayHasNoStream() {
        EDGE.participant.on("/staff/" + StubIssuer.STAFF, exchange -> StubService.reply(exchange, 403, "{}"));

        assertThat(EDGE.send(EDGE.asStaff("/api/stream")).statusCode()).isEqualTo(403);
    }

    private static void announce(String grantee, @Nullable String site, String subject) throws Exception {
        publish(
                "plan-started",
                grantee,
                "plan/" + subject,
                ",\"participant\":\"" + subject + "\"" + (site == null ? "" : ",\"site\":\"" + site + "\""));
    }

    private static void publish(String happened, String grantee, String subject, String more) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(BROKER.uri(EmbeddedBroker.SERVICES));
        String event = """
            {"specversion":"1.0","id":"e1","type":"org.throughcare.participant.%s.v1","subject":"%s",\
            "grantee":"%s","revision":3%s,"data":{"snapshot":{"a":"secret"}}}\
            """.formatted(happened, subject, grantee, more);
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.basicPublish(
                    "throughcare.events",
                    "participant." + happened + ".v1." + grantee,
                    null,
                    event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
