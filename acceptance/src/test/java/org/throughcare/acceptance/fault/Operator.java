package org.throughcare.acceptance.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's own machine client, for one grantee. */
final class Operator {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Fleet fleet;

    Operator(Fleet fleet) {
        this.fleet = fleet;
    }

    JsonNode get(ServiceProcess service, String path) {
        return ask(service, path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    void put(ServiceProcess service, String path, Object body) {
        ask(
                service,
                path,
                "PUT",
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    void post(ServiceProcess service, String path) {
        ask(service, path, "POST", HttpRequest.BodyPublishers.noBody());
    }

    private JsonNode ask(ServiceProcess service, String path, String method, HttpRequest.BodyPublisher body) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(service.uri() + path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + fleet.issuer().system())
                            .header("Throughcare-Grantee", Fleet.GRANTEE)
                            .header("Content-Type", "application/json")
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
