package org.throughcare.gateway.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who is calling, as far as the edge knows. The services look closer.
 *
 * @param key names the caller in limits: session or subject
 * @param name for people to read
 * @param grantee absent for the suite itself
 * @param staff absent for machines
 * @param token what is sent on to services
 * @param session absent for bearer tokens
 * @param until when the token, or the session, ends
 */
public record EdgeCaller(
        String key,
        String name,
        @Nullable String grantee,
        @Nullable String staff,
        Kind kind,
        String token,
        @Nullable GatewaySession session,
        Instant until) {

    /** What the token's {@code throughcare_role} claim says; people have none. */
    public enum Kind {
        PERSON,
        PARTNER,
        SYSTEM
    }

    /** The caller of the request that this thread works on. */
    public static Optional<EdgeCaller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<EdgeCaller> of(@Nullable Authentication authentication) {
        return switch (authentication) {
            case SessionAuthentication signedIn -> Optional.of(of(signedIn.session()));
            case JwtAuthenticationToken bearer -> Optional.of(of(bearer.getToken()));
            case null, default -> Optional.empty();
        };
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    private static EdgeCaller of(GatewaySession session) {
        Person person = session.person();
        return new EdgeCaller(
                "session " + session.key(),
                person.name(),
                person.grantee(),
                person.staff(),
                Kind.PERSON,
                session.tokens().access(),
                session,
                session.endsAt());
    }

    private static EdgeCaller of(Jwt jwt) {
        String subject = Objects.requireNonNullElse(jwt.getSubject(), "?");
        String name = jwt.getClaimAsString("name");
        return new EdgeCaller(
                jwt.getClaimAsString("iss") + " " + subject,
                name == null ? subject : name,
                jwt.getClaimAsString("grantee"),
                jwt.getClaimAsString("staff"),
                kind(jwt.getClaimAsString("throughcare_role")),
                jwt.getTokenValue(),
                null,
                Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.MAX));
    }

    private static Kind kind(@Nullable String claim) {
        return switch (claim) {
            case "system" -> Kind.SYSTEM;
            case "partner" -> Kind.PARTNER;
            case null, default -> Kind.PERSON;
        };
    }
}
