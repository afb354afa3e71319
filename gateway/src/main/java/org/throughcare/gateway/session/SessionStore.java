package org.throughcare.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.throughcare.gateway.settings.GatewaySettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions of all browsers, shared by all instances. The cookie's value is stored only as a hash, the tokens only
 * sealed, so that neither the database nor a backup of it lets anyone in.
 */
public class SessionStore {

    /** A cookie looked up. */
    public sealed interface Found {
        record Live(GatewaySession session) implements Found {}

        /** Lay idle too long; was ended. */
        record Locked() implements Found {}

        /** Reached its longest duration, was signed out, or never was. */
        record Over() implements Found {}
    }

    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofSeconds(20);

    private final MongoCollection<Document> sessions;
    private final Seal seal;
    private final JsonMapper json;
    private final GatewaySettings.Sessions limits;
    private final Clock clock;

    public SessionStore(
            MongoCollection<Document> sessions,
            Seal seal,
            JsonMapper json,
            GatewaySettings.Sessions limits,
            Clock clock) {
        this.sessions = sessions;
        this.seal = seal;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /** @return the cookie's value */
    public String open(Person person, Tokens tokens) {
        String cookie = seal.randomText();
        String key = Seal.hash(cookie);
        Instant now = clock.instant();
        sessions.deleteMany(lt("endsAt", Date.from(now)));
        sessions.insertOne(new Document("_id", key)
                .append("subject", person.subject())
                .append("signIn", person.signIn())
                .append("person", json.writeValueAsString(person))
                .append("tokens", sealed(tokens, key))
                .append("tokensVersion", 0)
                .append("csrf", seal.randomText())
                .append("usedAt", Date.from(now))
                .append("endsAt", Date.from(now.plus(limits.longest()))));
        return cookie;
    }

    /** @param use whether this counts as use of the session and so puts off its lock */
    public Found find(String cookie, boolean use) {
        String key = Seal.hash(cookie);
        GatewaySession session = byKey(key).orElse(null);
        if (session == null) {
            return new Found.Over();
        }
        Instant now = clock.instant();
        if (!now.isBefore(session.endsAt())) {
            end(key);
            return new Found.Over();
        }
        if (session.usedAt().plus(limits.idle()).isBefore(now)) {
            end(key);
            return new Found.Locked();
        }
        if (use && session.usedAt().plus(USE_IS_WRITTEN_EVERY).isBefore(now)) {
            sessions.updateOne(eq("_id", key), set("usedAt", Date.from(now)));
        }
        return new Found.Live(session);
    }

    /** Whether the session could still be used; is not a use. */
    public boolean isLive(String key) {
        Instant now = clock.instant();
        return byKey(key)
                .filter(session -> now.isBefore(session.endsAt()))
                .filter(session -> now.isBefore(session.usedAt().plus(limits.idle())))
                .isPresent();
    }

    public Optional<GatewaySession> byKey(String key) {
        Document found = sessions.find(eq("_id", key)).first();
        return found == null ? Optional.empty() : Optional.ofNullable(read(found));
    }

    /** @return whether nobody refreshed it in between */
    public boolean replaceTokens(GatewaySession session, Tokens fresh) {
        return sessions.updateOne(
                                and(eq("_id", session.key()), eq("tokensVersion", session.tokensVersion())),
                                combine(set("tokens", sealed(fresh, session.key())), inc("tokensVersion", 1)))
                        .getModifiedCount()
                == 1;
    }

    public void end(String key) {
        sessions.deleteOne(eq("_id", key));
    }

    /**
     * Ends the sessions of one sign-in, or all of an account's.
     *
     * @param subject the provider's id of the account; when absent, the sign-in alone says
     * @param signIn the provider's id of the sign-in; when absent, every one of the account's
     * @return how many were ended
     */
    public long endOf(@Nullable String subject, @Nullable String signIn) {
        List<Bson> named = new ArrayList<>();
        if (subject != null) {
            named.add(eq("subject", subject));
        }
        if (signIn != null) {
            named.add(eq("signIn", signIn));
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException("neither an account nor a sign-in");
        }
        return sessions.deleteMany(and(named)).getDeletedCount();
    }

    private Binary sealed(Tokens tokens, String key) {
        return new Binary(seal.close(json.writeValueAsBytes(tokens), key));
    }

    private @Nullable GatewaySession read(Document found) {
        String key = found.getString("_id");
        return seal.open(found.get("tokens", Binary.class).getData(), key)
                .map(plain -> new GatewaySession(
                        key,
                        json.readValue(found.getString("person"), Person.class),
                        json.readValue(plain, Tokens.class),
                        found.getInteger("tokensVersion"),
                        found.getString("csrf"),
                        found.getDate("usedAt").toInstant(),
                        found.getDate("endsAt").toInstant()))
                .orElse(null);
    }
}
