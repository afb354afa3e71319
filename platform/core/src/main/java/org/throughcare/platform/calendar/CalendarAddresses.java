package org.throughcare.platform.calendar;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The secret addresses under which calendar programs, which cannot sign in, fetch a worker's calendar. Kept as hashes only, and in the
 * control database, because the address itself has to say which grantee it belongs to.
 */
public final class CalendarAddresses {

    private static final int BYTES = 32;

    /** Whose calendar an address opens. */
    public record Subscriber(String grantee, String worker) {}

    private final TenantDatabases databases;
    private final SecureRandom random = new SecureRandom();

    public CalendarAddresses(TenantDatabases databases) {
        this.databases = databases;
    }

    /** A new address for the worker, of the grantee in scope; the former one is dead. */
    public String issue(String worker) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        revoke(worker);
        addresses()
                .insertOne(new Document("_id", hash(secret))
                        .append("grantee", Scope.current().grantee())
                        .append("worker", worker));
        return secret;
    }

    /** The worker of the grantee in scope has no address any more. */
    public void revoke(String worker) {
        addresses().deleteMany(and(eq("grantee", Scope.current().grantee()), eq("worker", worker)));
    }

    /** Empty when the address is unknown, replaced or revoked. */
    public Optional<Subscriber> open(String secret) {
        return Optional.ofNullable(addresses().find(eq("_id", hash(secret))).first())
                .map(d -> new Subscriber(d.getString("grantee"), d.getString("worker")));
    }

    private MongoCollection<Document> addresses() {
        return databases.control().getCollection("calendarAddresses");
    }

    /** The secret has 256 random bits: a plain hash is enough. */
    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
