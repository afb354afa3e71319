package org.throughcare.gateway.docs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.session.EdgeCaller;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole suite's description; what cannot be had just now is listed under {@code x-missing}. */
@RestController
class OpenApiController {

    private static final Logger log = LoggerFactory.getLogger(OpenApiController.class);
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);
    private static final Duration KEPT_WITH_GAPS_FOR = Duration.ofSeconds(1);
    private static final String OWN = "/v3/api-docs/gateway";

    /** @param madeAt on the JVM's own clock */
    private record Kept(JsonNode description, Duration goodFor, long madeAt) {}

    private final ServiceReads services;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;
    private volatile @Nullable Kept kept;

    OpenApiController(ServiceReads services, OpenApiWebMvcResource own, JsonMapper json) {
        this.services = services;
        this.own = own;
        this.json = json;
    }

    /** This description, of the gateway and of every service that answers; which do not stands in {@code x-missing}. */
    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode merged(HttpServletRequest request, Locale locale) {
        Kept known = kept;
        if (known != null
                && System.nanoTime() - known.madeAt() < known.goodFor().toNanos()) {
            return known.description();
        }
        MergedOpenApi merging = new MergedOpenApi(
                json,
                Objects.requireNonNullElse(
                        OpenApiController.class.getPackage().getImplementationVersion(), "development"));
        addOwn(merging, request, locale);
        String token = EdgeCaller.current().map(EdgeCaller::token).orElse(null);
        services.owners().keySet().forEach(service -> addService(merging, service, token));
        JsonNode whole = merging.whole();
        Duration goodFor = whole.path("x-missing").isEmpty() ? KEPT_FOR : KEPT_WITH_GAPS_FOR;
        kept = new Kept(whole, goodFor, System.nanoTime());
        return whole;
    }

    private void addOwn(MergedOpenApi merging, HttpServletRequest request, Locale locale) {
        try {
            merging.add("gateway", "", json.readTree(own.openapiJson(request, OWN, locale)));
        } catch (IOException | JacksonException failure) {
            log.warn("The gateway's own description cannot be made", failure);
            merging.lacks("gateway", "cannot be made");
        }
    }

    private void addService(MergedOpenApi merging, String service, @Nullable String token) {
        try {
            ServiceReads.Answer answer = services.get(service, "/v3/api-docs", token);
            if (answer.isGood() && answer.body().isObject()) {
                merging.add(service, "/api/" + service, answer.body());
            } else {
                merging.lacks(service, "answered " + answer.status());
            }
        } catch (EdgeProblem away) {
            merging.lacks(service, away.problem().detail());
        }
    }
}
