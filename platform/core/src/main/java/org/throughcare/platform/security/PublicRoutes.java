package org.throughcare.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** What is answered without a token: health, metrics for the scraper beside us, and the API's description. */
final class PublicRoutes {

    static final String[] PATTERNS = {
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/prometheus",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/error"
    };

    private PublicRoutes() {}

    static boolean contain(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator/") || path.startsWith("/v3/api-docs") || path.equals("/error");
    }
}
