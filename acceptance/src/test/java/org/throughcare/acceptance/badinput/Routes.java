package org.throughcare.acceptance.badinput;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** The routes that a service really has, as its web framework knows them, whether they are described or not. */
public final class Routes {

    /** The settings under which a service tells them. */
    public static final String SETTING = "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE";

    public static final String VALUE = "health,info,prometheus,mappings";

    /** Of the frameworks, not of ours; they take no input. */
    private static final List<String> NOT_OURS = List.of("/actuator", "/v3/api-docs", "/error", "/**", "/webjars/**");

    private Routes() {}

    static boolean isOurs(String path) {
        return NOT_OURS.stream().noneMatch(path::startsWith);
    }

    /** @return method and path, as {@code GET /notes/{id}} */
    public static Set<String> of(ServiceProcess service, String token) {
        Said said = new Asking("GET", service.uri() + "/actuator/mappings")
                .token(token)
                .said();
        Set<String> routes = new TreeSet<>();
        for (JsonNode context : said.problem().path("contexts")) {
            for (JsonNode servlet : context.path("mappings").path("dispatcherServlets")) {
                servlet.forEach(mapping -> add(mapping.path("details").path("requestMappingConditions"), routes));
            }
        }
        if (routes.isEmpty()) {
            throw new IllegalStateException(service.service() + " does not tell its routes: " + said.inShort());
        }
        return routes;
    }

    private static void add(JsonNode conditions, Set<String> routes) {
        for (JsonNode pattern : conditions.path("patterns")) {
            String path = pattern.asString("");
            if (!isOurs(path)) {
                continue;
            }
            if (conditions.path("methods").isEmpty()) {
                routes.add("ANY " + path);
            }
            conditions.path("methods").forEach(method -> routes.add(method.asString("") + " " + path));
        }
    }
}
