package org.throughcare.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.security.StaffDirectory.StaffCard;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.web.ProblemException;

/**
 * Reads a checked token: who, and for which grantee. What a token says of roles is believed in two cases only: {@code system}
 * from the system issuer, {@code partner} from an issuer of the grantee. Everyone else is what the staff directory says.
 */
final class CallerOf {

    static final String GRANTEE_HEADER = "Throughcare-Grantee";

    private final Settings.Security settings;
    private final Grantees grantees;

    CallerOf(Settings.Security settings, Grantees grantees) {
        this.settings = settings;
        this.grantees = grantees;
    }

    /**
     * @param grantee null when the suite itself works for none in particular, which only operations allow
     */
    record Claimed(@Nullable String grantee, Kind kind, String id, String name) {

        enum Kind {
            STAFF,
            PARTNER,
            SYSTEM
        }

        Actor actor() {
            return switch (kind) {
                case STAFF -> Actor.staff(id);
                case PARTNER -> Actor.partner(id);
                case SYSTEM -> Actor.system(id);
            };
        }
    }

    Claimed claimed(Jwt token, HttpServletRequest request) {
        String role = Objects.requireNonNullElse(token.getClaimAsString("throughcare_role"), "");
        return switch (role) {
            case "system" -> system(token, request);
            case "partner" ->
                new Claimed(
                        grantee(token),
                        Claimed.Kind.PARTNER,
                        required(token, "partner", "The token names no partner."),
                        name(token));
            default ->
                new Claimed(
                        grantee(token),
                        Claimed.Kind.STAFF,
                        required(token, "staff", "The token names no staff member."),
                        name(token));
        };
    }

    /** With the grantee in scope. */
    Caller caller(Claimed claimed, StaffDirectory staff) {
        String grantee = Objects.requireNonNullElse(claimed.grantee(), "");
        return switch (claimed.kind()) {
            case SYSTEM -> new Caller(grantee, Role.SYSTEM, claimed.id(), claimed.name(), Set.of());
            case PARTNER -> new Caller(grantee, Role.PARTNER_STAFF, claimed.id(), claimed.name(), Set.of());
            case STAFF -> {
                StaffCard card = staff.find(claimed.id())
                        .filter(StaffCard::active)
                        .or(() -> staff.findAtOwner(claimed.id()))
                        .orElseThrow(() -> new ProblemException(
                                HttpStatus.FORBIDDEN,
                                "unknown-staff",
                                "You are signed in, but not on record as a staff member of this grantee."));
                if (!card.active()) {
                    throw new ProblemException(
                            HttpStatus.FORBIDDEN, "inactive-staff", "Your staff record is no longer active.");
                }
                yield new Caller(grantee, card.role(), claimed.id(), card.name(), card.sites());
            }
        };
    }

    private Claimed system(Jwt token, HttpServletRequest request) {
        if (!Objects.requireNonNullElse(token.getClaimAsString(JwtClaimNames.ISS), "")
                .equals(settings.systemIssuer())) {
            throw ProblemException.forbidden("This issuer may not speak for the suite itself.");
        }
        String id = token.getClaimAsString("azp");
        if (id == null) {
            id = token.getClaimAsString("client_id");
        }
        if (id == null) {
            id = Objects.requireNonNullElse(token.getSubject(), "system");
        }
        String grantee = request.getHeader(GRANTEE_HEADER);
        if (grantee == null || grantee.isBlank()) {
            if (!request.getRequestURI().startsWith("/operations")) {
                throw ProblemException.invalid(
                        GRANTEE_HEADER, "required", "The suite itself must name the grantee it works for.");
            }
            return new Claimed(null, Claimed.Kind.SYSTEM, id, id);
        }
        return new Claimed(known(grantee), Claimed.Kind.SYSTEM, id, id);
    }

    private String grantee(Jwt token) {
        String grantee = known(required(token, "grantee", "The token names no grantee."));
        String issuer = Objects.requireNonNullElse(token.getClaimAsString(JwtClaimNames.ISS), "");
        if (!grantees.maySpeakFor(issuer, grantee)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "foreign-issuer", "The token's issuer may not speak for this grantee.");
        }
        return grantee;
    }

    private String known(String grantee) {
        if (grantees.serves(grantee)) {
            return grantee;
        }
        if (grantees.mayCome(grantee)) {
            ProblemException early = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "This grantee's databases are not ready yet; try again shortly.");
            early.getHeaders().set(HttpHeaders.RETRY_AFTER, "3");
            throw early;
        }
        throw new ProblemException(HttpStatus.FORBIDDEN, "unknown-grantee", "This grantee is not served here.");
    }

    private static String required(Jwt token, String claim, String sentence) {
        String value = token.getClaimAsString(claim);
        if (value == null || value.isBlank()) {
            throw ProblemException.forbidden(sentence);
        }
        return value;
    }

    private static String name(Jwt token) {
        String name = token.getClaimAsString("name");
        return name == null ? Objects.requireNonNullElse(token.getSubject(), "") : name;
    }
}
