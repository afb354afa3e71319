package org.throughcare.platform.cipher;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.Settings;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The grantees' data keys, wrapped by the key-encryption key, in the control database. The first use makes one; of two
 * instances that do so at once, the one that comes second takes the first one's. A key that is still wrapped by a former
 * key-encryption key is wrapped anew when it is read.
 */
class GranteeKeys {

    private static final Logger LOG = LoggerFactory.getLogger(GranteeKeys.class);
    private static final int DUPLICATE_KEY = 11000;

    private final TenantDatabases databases;
    private final Settings.Cipher settings;
    private final Map<String, GranteeKey> unwrapped = new ConcurrentHashMap<>();

    GranteeKeys(TenantDatabases databases, Settings.Cipher settings) {
        this.databases = databases;
        this.settings = settings;
    }

    GranteeKey of(String grantee) {
        GranteeKey known = unwrapped.get(grantee);
        if (known == null) {
            known = load(grantee);
            unwrapped.put(grantee, known);
        }
        return known;
    }

    private GranteeKey load(String grantee) {
        Document kept = keys().find(eq("_id", grantee)).first();
        if (kept != null) {
            return unwrap(grantee, kept);
        }
        byte[] fresh = AesGcm.random(GranteeKey.BYTES);
        try {
            keys().insertOne(wrap(grantee, fresh).append("_id", grantee).append("createdAt", new Date()));
            return new GranteeKey(fresh);
        } catch (MongoWriteException failed) {
            if (failed.getCode() != DUPLICATE_KEY) {
                throw failed;
            }
            Document other = keys().find(eq("_id", grantee)).first();
            if (other == null) {
                throw failed;
            }
            return unwrap(grantee, other);
        }
    }

    private Document wrap(String grantee, byte[] dataKey) {
        byte[] wrapped =
                AesGcm.seal(wrapping(settings, settings.keyId()), authenticated(grantee, settings.keyId()), dataKey);
        return new Document("keyId", settings.keyId())
                .append("wrapped", Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped));
    }

    private GranteeKey unwrap(String grantee, Document kept) {
        String keyId = kept.getString("keyId");
        String wrapped = kept.getString("wrapped");
        byte[] dataKey = open(settings, grantee, kept);
        if (!keyId.equals(settings.keyId())) {
            Document anew = wrap(grantee, dataKey);
            keys().updateOne(
                            and(eq("_id", grantee), eq("wrapped", wrapped)),
                            Updates.combine(
                                    Updates.set("keyId", anew.getString("keyId")),
                                    Updates.set("wrapped", anew.getString("wrapped")),
                                    Updates.set("wrappedAnewAt", new Date())));
            LOG.info("Data key of grantee {} is now wrapped by {}, before by {}", grantee, settings.keyId(), keyId);
        }
        return new GranteeKey(dataKey);
    }

    /** @throws IllegalStateException with a sentence when none of the keys that are set opens it */
    static byte[] open(Settings.Cipher settings, String grantee, Document kept) {
        String keyId = kept.getString("keyId");
        try {
            return AesGcm.open(
                    wrapping(settings, keyId),
                    authenticated(grantee, keyId),
                    Base64.getUrlDecoder().decode(kept.getString("wrapped")));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "the data key of grantee " + grantee + " does not open under key-encryption key " + keyId, wrong);
        }
    }

    private static SecretKey wrapping(Settings.Cipher settings, String keyId) {
        byte[] key = settings.key(keyId);
        if (key == null) {
            throw new IllegalStateException(
                    "key-encryption key " + keyId + " is not set here; name it in throughcare.cipher.former-keys");
        }
        return new SecretKeySpec(key, "AES");
    }

    private static byte[] authenticated(String grantee, String keyId) {
        return ("data-key|" + grantee + "|" + keyId).getBytes(StandardCharsets.UTF_8);
    }

    private MongoCollection<Document> keys() {
        return databases.control().getCollection("keys");
    }
}
