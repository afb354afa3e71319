package org.throughcare.gateway.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.gateway.signin.AsTheSuite;
import tools.jackson.databind.JsonNode;

/** Role and sites of signed-in staff, as participant-service has them; kept for a minute. */
@Component
public class StaffCards {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    /** @param role a role's name as in the services */
    public record Card(String role, Set<String> sites) {

        public Card {
            sites = Set.copyOf(sites);
        }

        public boolean isAdministrator() {
            return role.equals("GRANTEE_ADMINISTRATOR");
        }

        public boolean isMonitor() {
            return role.equals("MONITOR");
        }
    }

    private final Cache<String, Card> cards =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT_FOR).build();
    private final Cache<String, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(ASKED_AGAIN_AFTER)
            .build();
    private final AsTheSuite suite;

    StaffCards(AsTheSuite suite) {
        this.suite = suite;
    }

    /** Empty for machines, for staff that is not known or no longer active, and while the service is away. */
    public Optional<Card> of(EdgeCaller caller) {
        String staff = caller.staff();
        String grantee = caller.grantee();
        if (staff == null || grantee == null) {
            return Optional.empty();
        }
        String key = grantee + "/" + staff;
        Card known = cards.getIfPresent(key);
        if (known == null && unknown.getIfPresent(key) == null) {
            known = ask(staff, grantee);
            if (known == null) {
                unknown.put(key, true);
            } else {
                cards.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Something was announced about this member of staff. */
    public void forget(String grantee, String staff) {
        cards.invalidate(grantee + "/" + staff);
        unknown.invalidate(grantee + "/" + staff);
    }

    /** Asked in the suite's name, because a live stream outlives the token it was opened with. */
    private @Nullable Card ask(String staff, String grantee) {
        try {
            ServiceReads.Answer answer = suite.get("participant", "/staff/" + staff, grantee);
            JsonNode body = answer.body();
            if (!answer.isGood() || !body.path("active").asBoolean(true)) {
                return null;
            }
            Set<String> sites = new TreeSet<>();
            body.path("sites").forEach(site -> sites.add(site.asString("")));
            return new Card(body.path("role").asString(""), sites);
        } catch (EdgeProblem away) {
            return null;
        }
    }
}
