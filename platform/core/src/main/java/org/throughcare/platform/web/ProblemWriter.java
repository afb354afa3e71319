package org.throughcare.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes a problem where no controller advice reaches: in filters. */
public final class ProblemWriter {

    private ProblemWriter() {}

    public static void write(HttpServletResponse response, ResponseEntity<Object> problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!name.equalsIgnoreCase("Content-Type")) {
                        response.addHeader(name, value);
                    }
                }));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(HttpJson.mapper().writeValueAsBytes(Objects.requireNonNull(problem.getBody())));
    }
}
