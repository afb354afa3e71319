package org.throughcare.acceptance.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Door;
import org.throughcare.acceptance.process.Fleet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's own machine client, for one grantee. */
final class Operator {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Fleet fleet;

    Operator(Fleet fleet) {
        this.fleet = fleet;
    }

    JsonNode get(Door service, String path) {
        return ask(service, fleet.issuer().system(), path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    JsonNode post(Door service, String path) {
        return ask(service, fleet.issuer().system(), path, "POST", HttpRequest.BodyPublishers.ofString("{}"));
    }

    /** On somebody else's behalf, whose token this is. */
    JsonNode postAs(Door service, String token, String path) {
        return ask(service, token, path, "POST", HttpRequest.BodyPublishers.ofString("{}"));
    }

    void put(Door service, String path, Object body) {
        ask(
                service,
                fleet.issuer().system(),
                path,
                "PUT",
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private JsonNode ask(Door service, String token, String path, String method, HttpRequest.BodyPublisher body) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(service.uri() + path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + token)
                            .header("Throughcare-Grantee", Fleet.GRANTEE)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", Ids.next())
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
