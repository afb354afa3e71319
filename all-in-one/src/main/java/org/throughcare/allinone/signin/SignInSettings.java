package org.throughcare.allinone.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The sign-in server's settings, under {@code throughcare.sign-in-server}.
 *
 * @param issuer how it calls itself in tokens; browsers and services must reach it there
 * @param keyFile where the signing key is kept, so that a restart signs nobody out; when absent, a key for this run
 * @param keyLife how long a signing key signs; the first start after that makes the next one
 * @param staff who can sign in: a JSON list of username, password, name, grantee and staff
 * @param gateways where the gateway lives, as browsers see it; its port does not matter on 127.0.0.1; the first is told of sign-outs
 * @param gatewaySecret what the gateway's client proves itself with
 * @param systemSecret what the suite's own client proves itself with
 * @param partners partners that call with a token of their own
 * @param accessTokens how long an access token is good
 * @param failures wrong passwords for one name from one address before it has to wait
 * @param lockedFor how long it has to wait then
 */
@ConfigurationProperties("throughcare.sign-in-server")
record SignInSettings(
        @DefaultValue("http://127.0.0.1:8090") String issuer,
        @Nullable Path keyFile,
        @DefaultValue("90d") Duration keyLife,
        @DefaultValue("classpath:demo-staff.json") Resource staff,

        @DefaultValue({"http://127.0.0.1:8080", "http://localhost:8080"})
        List<URI> gateways,

        String gatewaySecret,
        String systemSecret,
        @DefaultValue({}) List<Partner> partners,
        @DefaultValue("5m") Duration accessTokens,
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lockedFor) {

    /**
     * @param client the client's id
     * @param partner the partner's id at referral-service
     */
    record Partner(String client, String secret, String grantee, String partner) {}

    @Override
    public String toString() {
        return "SignInSettings[" + issuer + "]";
    }
}
