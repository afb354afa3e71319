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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.gateway.stream.EventFeedState;

class LiveStreamTest {

    private static final EmbeddedBroker BROKER = EmbeddedBroker.inMemory();
    private static final Edge EDGE = new Edge(Map.of("throughcare.broker-uri", BROKER.uri(EmbeddedBroker.SERVICES)));

    @BeforeAll
    static void connected() {
        EDGE.participant.json(
                "/staff/" + StubIssuer.STAFF, "{\"role\":\"JAIL_CASE_MANAGER\",\"sites\":[\"s1\"],\"active\":true}");
        await().until(EDGE.bean(EventFeedState.class)::isConnected);
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

    private static void announce(String grantee, @Nullable String site, String subject) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(BROKER.uri(EmbeddedBroker.SERVICES));
        String event = """
                {"specversion":"1.0","id":"e1","type":"org.throughcare.participant.plan-started.v1","subject":"%s",\
                "grantee":"%s","revision":3,"participant":"%s"%s,"data":{"snapshot":{"a":"secret"}}}""".formatted(subject, grantee, subject, site == null ? "" : ",\"site\":\"" + site + "\"");
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.basicPublish(
                    "throughcare.events",
                    "participant.plan-started.v1." + grantee,
                    null,
                    event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
