package org.throughcare.acceptance.fault;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.throughcare.acceptance.process.Door;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands as a good client does, each under a key of its own and again under the same one while its outcome is unknown, and
 * keeps what was answered.
 */
final class Book {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The gateway's word for an outcome that it does not know. */
    private static final int BAD_GATEWAY = 502;

    private static final int GATEWAY_TIMEOUT = 504;
    private static final int CONFLICT = 409;
    /** What a refusal allows that ends by itself. */
    private static final String REPEAT = "\"repeat\"";

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** An acknowledged command: the aggregate has it, or the suite has lost it. */
    record Acknowledged(String service, String aggregate, String id, String key) {}

    /** How it was sent, and when its answer came: to be sent again. */
    record Sent(Door service, String token, Asked asked, Acknowledged as, int status, Instant answeredAt) {}

    final AtomicInteger attempted = new AtomicInteger();
    final AtomicInteger unknown = new AtomicInteger();
    final AtomicInteger turnedAway = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicLong longestNanos = new AtomicLong();
    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    final Queue<String> broken = new ConcurrentLinkedQueue<>();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A command on one aggregate.
     *
     * @param path of the request; the method is PUT for creates and POST for the rest
     */
    record Asked(String aggregate, String id, String method, String path, Map<String, Object> body) {}

    /** @return whether it is acknowledged */
    boolean command(Door service, String token, Asked asked) {
        String key = UUID.randomUUID().toString();
        attempted.incrementAndGet();
        long began = System.nanoTime();
        try {
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                try {
                    HttpResponse<String> answer = send(service, token, asked, key);
                    int status = answer.statusCode();
                    if (status / 100 == 2) {
                        Acknowledged as = new Acknowledged(service.wireName(), asked.aggregate(), asked.id(), key);
                        acknowledged.add(as);
                        sent.add(new Sent(service, token, asked, as, status, Instant.now()));
                        return true;
                    }
                    boolean passing = status == CONFLICT
                            && JsonMapper.shared()
                                    .readTree(answer.body())
                                    .path("allowed")
                                    .toString()
                                    .contains(REPEAT);
                    if (status < 500 && status != 429 && !passing) {
                        refused.add(asked.method() + " " + asked.path() + " " + status + " " + answer.body());
                        return false;
                    }
                    if (status == 503 || status == 429 || passing) {
                        turnedAway.incrementAndGet();
                    } else if (status == BAD_GATEWAY || status == GATEWAY_TIMEOUT) {
                        unknown.incrementAndGet();
                    } else {
                        broken.add(asked.method() + " " + asked.path() + " " + status + " " + answer.body());
                    }
                } catch (ConnectException | HttpConnectTimeoutException notTaken) {
                    turnedAway.incrementAndGet();
                } catch (IOException outcomeUnknown) {
                    unknown.incrementAndGet();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            unanswered.incrementAndGet();
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            unanswered.incrementAndGet();
            return false;
        } finally {
            longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
        }
    }

    private HttpResponse<String> send(Door service, String token, Asked asked, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.uri() + asked.path()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(
                        asked.method(),
                        HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(asked.body())))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @return the status of the answer to the very same request under the very same key */
    int again(Sent once) throws IOException, InterruptedException {
        return send(once.service(), once.token(), once.asked(), once.as().key()).statusCode();
    }

    List<Acknowledged> acknowledgedOf(String aggregate) {
        return acknowledged.stream()
                .filter(each -> each.aggregate().equals(aggregate))
                .toList();
    }
}
