package org.throughcare.participant.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.AnsweredCommands;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.security.Callers;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.web.ProblemException;

/**
 * People record nothing more under an alias, whatever it is (H8): 409 naming the record that stands for the person, before the
 * request is looked at any closer. It stands before every route with a participant in its path, so that a route to come is no
 * exception. Merging and un-merging are left to the record itself, and a repeat of what was done before the merge, known by its
 * {@code Idempotency-Key}, to its first answer. What the service does by itself goes on under each id: it follows from what was
 * recorded there.
 */
@Component
class ClosedUnderAnAlias implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BY_PARTICIPANT = "/participants/{";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OF_THE_RECORD_ITSELF = Set.of("/merge", "/unmerge");
    /** Kinds that are found by the participant's id, each at the path with its name. */
    private static final Set<String> KINDS = Set.of("custody", "case", "enrolment", "plan", "assessment", "assistance");

    private final ObjectProvider<Aliases> aliases;
    private final ObjectProvider<AnsweredCommands> commands;
    private final ObjectProvider<CaseAccess> access;

    /** Providers, because routes are set up before there are aggregates. */
    ClosedUnderAnAlias(
            ObjectProvider<Aliases> aliases,
            ObjectProvider<AnsweredCommands> commands,
            ObjectProvider<CaseAccess> access) {
        this.aliases = aliases;
        this.commands = commands;
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READS.contains(request.getMethod())
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route
                && route.startsWith(BY_PARTICIPANT)
                && !OF_THE_RECORD_ITSELF.contains(route.substring(route.indexOf('}') + 1))) {
            participant(request, route).ifPresent(id -> requireOpen(request, route, id));
        }
        return true;
    }

    /** Who has no right to the record does not learn that it is an alias. */
    private void requireOpen(HttpServletRequest request, String route, UUID id) {
        @Nullable Refusal closed = aliases.getObject().closed(id);
        if (closed != null && !repeated(request, route, id)) {
            access.getObject().requireWrite(Callers.of(request), id.toString());
            throw ProblemException.refused(closed);
        }
    }

    private boolean repeated(HttpServletRequest request, String route, UUID id) {
        String key = request.getHeader("Idempotency-Key");
        String[] parts = route.split("/", -1);
        String kind = parts.length > 3 && KINDS.contains(parts[3]) ? parts[3] : "participant";
        return key != null && commands.getObject().answered(kind, id, key);
    }

    private static Optional<UUID> participant(HttpServletRequest request, String route) {
        String name = route.substring(BY_PARTICIPANT.length(), route.indexOf('}'));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(name) instanceof String id) {
            try {
                return Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException noId) {
                // the route itself says so
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
