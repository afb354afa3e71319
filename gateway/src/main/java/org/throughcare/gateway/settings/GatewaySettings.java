package org.throughcare.gateway.settings;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.throughcare.platform.TrueSecret;

/**
 * The gateway's settings, under {@code throughcare}; named as those of the services where they mean the same.
 *
 * @param publicUrl how browsers reach the gateway; when absent, what the request says
 * @param owners base address of each service
 * @param storeUri the document store that keeps the sessions
 * @param databasePrefix what the names of the suite's databases begin with
 * @param openPaths paths of services that carry their own secret (calendar addresses) and need no sign-in
 * @param demoClock whether the business clock can be moved; never outside demonstrations and tests
 * @param demoZone whose midnights the moving clock stops at
 * @param console where the built console lies
 */
@ConfigurationProperties("throughcare")
public record GatewaySettings(
        @Nullable URI publicUrl,
        @DefaultValue Owners owners,
        @DefaultValue("mongodb://127.0.0.1:27017") String storeUri,
        @DefaultValue("throughcare") String databasePrefix,
        @DefaultValue("amqp://127.0.0.1:5672") String brokerUri,
        @DefaultValue SignIn signIn,
        @DefaultValue Security security,
        @DefaultValue Sessions sessions,
        @DefaultValue Limits limits,

        @DefaultValue({"/api/participant/calendars/**", "/api/scheduling/calendars/**"})
        List<String> openPaths,

        @DefaultValue("false") boolean demoClock,
        @DefaultValue("America/Chicago") ZoneId demoZone,
        @DefaultValue("classpath:/console/") String console) {

    public GatewaySettings {
        TrueSecret.inAddress("MONGODB_URI (throughcare.store-uri)", storeUri);
        TrueSecret.inAddress("RABBITMQ_URI (throughcare.broker-uri)", brokerUri);
    }

    /** Base address of each service. */
    public record Owners(
            @DefaultValue("http://127.0.0.1:8081") URI participant,
            @DefaultValue("http://127.0.0.1:8082") URI notes,
            @DefaultValue("http://127.0.0.1:8083") URI scheduling,
            @DefaultValue("http://127.0.0.1:8084") URI referral) {

        /** By wire name, in the order in which they are shown. */
        public Map<String, URI> byName() {
            Map<String, URI> all = new LinkedHashMap<>();
            all.put("participant", participant);
            all.put("notes", notes);
            all.put("scheduling", scheduling);
            all.put("referral", referral);
            return all;
        }
    }

    /**
     * @param backchannel the provider's address as seen from the gateway, when it differs from the issuer
     */
    public record SignIn(
            @DefaultValue("http://127.0.0.1:8090") String issuer,
            @Nullable String backchannel,
            @DefaultValue("throughcare-gateway") String clientId,
            @DefaultValue("") String clientSecret) {

        public SignIn {
            TrueSecret.required("GATEWAY_CLIENT_SECRET (throughcare.sign-in.client-secret)", clientSecret);
        }

        /** Where the provider's metadata is fetched. */
        public String metadataBase() {
            return backchannel == null || backchannel.isBlank() ? issuer : backchannel;
        }
    }

    /**
     * @param issuers issuers whose bearer tokens are taken, beside the one people sign in at
     * @param clientId client for the gateway's own calls in the suite's name
     */
    public record Security(
            @DefaultValue({}) List<String> issuers,
            @DefaultValue("throughcare-api") String audience,
            @DefaultValue("throughcare-system") String clientId,
            @DefaultValue("") String clientSecret) {

        public Security {
            TrueSecret.required("SYSTEM_CLIENT_SECRET (throughcare.security.client-secret)", clientSecret);
            issuers = issuers.stream().filter(issuer -> !issuer.isBlank()).toList();
        }
    }

    /**
     * @param key 32 bytes in base64 that seal the tokens at rest; the same for every instance
     * @param idle after this long without use a session locks
     * @param longest a session ends after this long, used or not
     */
    public record Sessions(
            @DefaultValue("") String key,
            @DefaultValue("15m") Duration idle,
            @DefaultValue("12h") Duration longest) {

        public Sessions {
            TrueSecret.key("SESSIONS_KEY (throughcare.sessions.key)", key);
        }
    }

    /**
     * @param requestSize largest body of a request
     * @param importSize largest body on {@code importPaths}
     * @param headerSize largest sum of a request's headers
     * @param body longest time in which a request's body arrives whole
     * @param connect longest wait for a connection to a service
     * @param response longest wait for a service's whole answer
     * @param report longest wait for a whole answer on {@code reportPaths}, which services write while they find it out
     * @param perCaller requests a second of one signed-in caller, in the long run
     * @param perCallerBurst requests of one caller at once
     * @param signInsPerAddress sign-ins begun from one address in a minute; a site's whole shift may be behind one
     * @param failedSignInsPerAddress sign-ins from one address that fail on the way back, in a minute
     * @param anonymousPerAddress requests a minute from one address that carry no valid sign-in
     */
    public record Limits(
            @DefaultValue("1MB") DataSize requestSize,
            @DefaultValue("16MB") DataSize importSize,
            @DefaultValue("/api/referral/directory/imports") List<String> importPaths,
            @DefaultValue("8KB") DataSize headerSize,
            @DefaultValue("30s") Duration body,
            @DefaultValue("500ms") Duration connect,
            @DefaultValue("10s") Duration response,
            @DefaultValue("5m") Duration report,

            @DefaultValue({"/api/participant/reports/**", "/api/participant/exports/**"})
            List<String> reportPaths,

            @DefaultValue("100") int perCaller,
            @DefaultValue("300") int perCallerBurst,
            @DefaultValue("300") int signInsPerAddress,
            @DefaultValue("60") int failedSignInsPerAddress,
            @DefaultValue("300") int anonymousPerAddress) {}
}
