package org.throughcare.acceptance.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughcare.testing.TestIssuer;

/** Tokens of somebody who may do nearly everything, each wrong in one way. */
final class BadTokens {

    /** The clocks of two machines of one suite may differ by half a minute. */
    private static final Duration WITHIN_SKEW = Duration.ofSeconds(15);

    private static final Duration BEYOND_SKEW = Duration.ofSeconds(45);
    private static final Duration LONG = Duration.ofHours(1);

    private final TestIssuer issuer;
    private final Map<String, Object> claims;

    BadTokens(TestIssuer issuer, String grantee, String administrator) {
        this.issuer = issuer;
        this.claims = Map.of("grantee", grantee, "staff", administrator);
    }

    /** By what is wrong with each. */
    Map<String, String> all() {
        Instant now = Instant.now();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", issuer.signed(good().expirationTime(Date.from(now.minus(BEYOND_SKEW)))));
        bad.put("not yet valid", issuer.signed(good().notBeforeTime(Date.from(now.plus(LONG)))));
        bad.put("without an expiry", issuer.signed(good().expirationTime(null)));
        bad.put("for another audience", issuer.signed(good().audience("another-api")));
        bad.put("for no audience", issuer.signed(good().audience((String) null)));
        bad.put("of an issuer nobody trusts", issuer.signed(good().issuer("https://issuer.example")));
        bad.put("unsigned", new PlainJWT(good().build()).serialize());
        try {
            RSAKey other = new RSAKeyGenerator(2048).keyID(issuer.keyId()).generate();
            bad.put("signed by another key of the same name", signed(JWSAlgorithm.RS256, new RSASSASigner(other)));
            // The public key taken for a shared secret: the oldest trick there is.
            bad.put(
                    "signed with the public key as a secret",
                    signed(
                            JWSAlgorithm.HS256,
                            new MACSigner(issuer.publicKey().toRSAPublicKey().getEncoded())));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        String[] parts = issuer.signed(good()).split("\\.");
        String[] system = issuer.system().split("\\.");
        bad.put("with claims put in afterwards", parts[0] + "." + system[1] + "." + parts[2]);
        return bad;
    }

    /** Good now, if clocks differ by no more than they may. */
    List<String> withinSkew() {
        Instant now = Instant.now();
        return List.of(
                issuer.signed(good().notBeforeTime(Date.from(now.plus(WITHIN_SKEW)))),
                issuer.signed(good().expirationTime(Date.from(now.minus(WITHIN_SKEW)))));
    }

    /** Good to somebody whose clock is further off. */
    List<String> beyondSkew() {
        Instant now = Instant.now();
        return List.of(
                issuer.signed(good().notBeforeTime(Date.from(now.plus(BEYOND_SKEW)))),
                issuer.signed(good().expirationTime(Date.from(now.minus(BEYOND_SKEW)))));
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(issuer.keyId()).build(), good().build());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet.Builder good() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer.uri())
                .subject("somebody")
                .audience("throughcare-api")
                .issueTime(Date.from(Instant.now().minus(LONG)))
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
        claims.forEach(set::claim);
        return set;
    }
}
