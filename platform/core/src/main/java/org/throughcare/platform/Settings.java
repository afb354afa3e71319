package org.throughcare.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Everything the platform can be told, under {@code throughcare}. A wrong value stops the start with a sentence.
 *
 * @param service wire name of this service, e.g. {@code participant}
 * @param storeUri the document store, by MongoDB's connection string
 * @param journalUri where journals are kept; the document store itself when absent
 * @param brokerUri the message broker, by AMQP URI
 * @param databasePrefix begins every database's name
 * @param grantees those served from the first start on; more are added by operations
 * @param owners wire name of a service to its base URL, for questions between services
 * @param bodyLimit the largest request body that is read
 * @param demoClock whether the business clock can be moved; never in production
 */
@Validated
@ConfigurationProperties("throughcare")
public record Settings(
        @NotNull @Pattern(regexp = "[a-z]{2,20}", message = "must be the service's wire name, e.g. participant")
        String service,

        @DefaultValue("mongodb://127.0.0.1:27017") String storeUri,
        @Nullable String journalUri,
        @DefaultValue("amqp://127.0.0.1:5672") String brokerUri,

        @DefaultValue("throughcare") @Pattern(regexp = "[a-z0-9]{1,20}")
        String databasePrefix,

        @DefaultValue List<GranteeAtStart> grantees,
        @DefaultValue Security security,
        @DefaultValue Map<String, String> owners,
        @DefaultValue Cipher cipher,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("false") boolean demoClock) {

    public Settings {
        grantees = List.copyOf(grantees);
        owners = Map.copyOf(owners);
        TrueSecret.inAddress("MONGODB_URI (throughcare.store-uri)", storeUri);
        TrueSecret.inAddress("RABBITMQ_URI (throughcare.broker-uri)", brokerUri);
        if (journalUri != null) {
            TrueSecret.inAddress("throughcare.journal-uri", journalUri);
        }
    }

    /** The journal's store: its own, or the document store. */
    public String journalUriOrStore() {
        return journalUri == null || journalUri.isBlank() ? storeUri : journalUri;
    }

    /** Without what connection strings may carry. */
    @Override
    public String toString() {
        return "Settings[" + service + "]";
    }

    /**
     * @param issuers token issuers that may speak for it; those of {@link Security} when empty
     */
    public record GranteeAtStart(String id, @DefaultValue Set<String> issuers) {

        public GranteeAtStart {
            issuers = Set.copyOf(issuers);
        }
    }

    /**
     * @param issuers token issuers that are believed at all, besides those of the registered grantees
     * @param systemIssuer the only issuer believed when a token says {@code system}; the first of the issuers when absent
     * @param clientId this service's own client, for questions to other services
     * @param clientSecret its secret; a start without one is refused
     * @param tokenUri where it gets its token
     */
    public record Security(
            @DefaultValue List<String> issuers,
            @DefaultValue("throughcare-api") String audience,
            @Nullable String systemIssuer,
            @DefaultValue("throughcare-system") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String tokenUri) {

        public Security {
            TrueSecret.required("SYSTEM_CLIENT_SECRET (throughcare.security.client-secret)", clientSecret);
            issuers = issuers.stream().filter(each -> !each.isBlank()).toList();
            if (systemIssuer == null || systemIssuer.isBlank()) {
                systemIssuer = issuers.isEmpty() ? null : issuers.getFirst();
            }
        }

        @Override
        public String toString() {
            return "Security[issuers=" + issuers + "]";
        }
    }

    /**
     * @param keyEncryptionKey 256 bits in base64; wraps the grantees' data keys
     * @param keyId names the key, so that data keys under a former one are known
     * @param formerKeys key id to key, for data keys not yet wrapped anew
     */
    public record Cipher(
            @Nullable String keyEncryptionKey,
            @DefaultValue("kek1") String keyId,
            @DefaultValue Map<String, String> formerKeys) {

        private static final String CURRENT = "KEY_ENCRYPTION_KEY (throughcare.cipher.key-encryption-key)";

        public Cipher {
            formerKeys = Map.copyOf(formerKeys);
            TrueSecret.key(CURRENT, keyEncryptionKey);
            formerKeys.forEach((id, key) -> TrueSecret.key("throughcare.cipher.former-keys." + id, key));
            if (formerKeys.containsKey(keyId)) {
                throw new IllegalArgumentException(
                        "throughcare.cipher.former-keys must not contain the current key id " + keyId + ".");
            }
        }

        /** The key of this id, current or former; null when it is not known here. */
        public byte @Nullable [] key(String id) {
            String text = id.equals(keyId) ? keyEncryptionKey : formerKeys.get(id);
            return text == null ? null : TrueSecret.key("throughcare.cipher", text);
        }

        @Override
        public String toString() {
            return "Cipher[" + keyId + "]";
        }
    }
}
