package org.throughcare.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.settings.GatewaySettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The gateway's own questions to services, with the caller's token or the suite's. */
@Component
public class ServiceReads {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * @param body missing when there was none, or none that is JSON
     * @param saysWhen whether a refusal says when to come again
     */
    public record Answer(int status, JsonNode body, boolean saysWhen) {

        private int counted() {
            return ServiceBreakers.counted(status, saysWhen);
        }

        public boolean isGood() {
            return HttpStatus.valueOf(status).is2xxSuccessful();
        }
    }

    private final Map<String, URI> owners;
    private final ServiceBreakers breakers;
    private final RestClient http;
    private final RestClient unhurried;
    private final JsonMapper json;

    ServiceReads(GatewaySettings settings, ServiceBreakers breakers, HttpClients clients, JsonMapper json) {
        this.owners = settings.owners().byName();
        this.breakers = breakers;
        this.http = clients.toServices(PATIENCE).build();
        this.unhurried = clients.toServices().build();
        this.json = json;
    }

    public Map<String, URI> owners() {
        return owners;
    }

    /** @throws EdgeProblem when the service is away or late */
    public Answer get(String service, String path, @Nullable String token) {
        return get(service, path, token, null);
    }

    /**
     * For a large answer: it has all the time that a request passed on to the service has.
     *
     * @throws EdgeProblem when the service is away or late
     */
    public Answer getUnhurried(String service, String path, String token) {
        return get(unhurried, service, path, token, null);
    }

    /**
     * @param grantee for whom the suite's own token asks; a person's token names theirs
     * @throws EdgeProblem when the service is away or late
     */
    public Answer get(String service, String path, @Nullable String token, @Nullable String grantee) {
        return get(http, service, path, token, grantee);
    }

    private Answer get(
            RestClient client, String service, String path, @Nullable String token, @Nullable String grantee) {
        return breakers.call(
                service,
                Answer::counted,
                () -> client.get()
                        .uri(at(service, path))
                        .headers(headers -> {
                            prepare(headers, token);
                            if (grantee != null) {
                                headers.set(OutboundHeaders.GRANTEE, grantee);
                            }
                        })
                        .exchange((_, answer) -> read(answer.getStatusCode().value(), answer)));
    }

    /** @throws EdgeProblem when the service is away or late */
    public Answer post(String service, String path, Object body, String token) {
        return breakers.call(
                service,
                Answer::counted,
                () -> http.post()
                        .uri(at(service, path))
                        .headers(headers -> prepare(headers, token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.writeValueAsBytes(body))
                        .exchange((_, answer) -> read(answer.getStatusCode().value(), answer)));
    }

    private URI at(String service, String path) {
        URI base = owners.get(service);
        if (base == null) {
            throw new EdgeProblem(new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no " + service + "."));
        }
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    private static void prepare(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.setBearerAuth(token);
        }
        headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        TraceContext.keepOrBegin(headers);
    }

    private Answer read(int status, ClientHttpResponse answer) throws IOException {
        boolean saysWhen = answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
        byte[] bytes = answer.getBody().readAllBytes();
        try {
            JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : json.readTree(bytes);
            return new Answer(status, body, saysWhen);
        } catch (JacksonException notJson) {
            return new Answer(status, MissingNode.getInstance(), saysWhen);
        }
    }
}
