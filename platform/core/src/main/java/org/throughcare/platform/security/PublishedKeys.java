package org.throughcare.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.throughcare.platform.web.SignIn;

/**
 * Keys by discovery, cached and fetched again when an unknown one is named. While an issuer is away its last keys stay good
 * for a day: who has signed in goes on working.
 */
final class PublishedKeys implements IssuerKeys {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 2_000;
    private static final int MOST_BYTES = 512 * 1024;

    @Override
    public JWKSource<SecurityContext> of(String issuer) throws IOException {
        return JWKSourceBuilder.create(
                        SignIn.discover(issuer).keys().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, ANSWER_MILLIS, MOST_BYTES))
                .retrying(true)
                .outageTolerant(TimeUnit.DAYS.toMillis(1))
                .build();
    }
}
