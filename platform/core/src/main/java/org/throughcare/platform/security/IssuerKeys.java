package org.throughcare.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;

/** Where the public keys of a trusted issuer come from. Tests put their own in place of the issuer's. */
public interface IssuerKeys {

    /** @throws IOException when the issuer does not answer; it is asked again later */
    JWKSource<SecurityContext> of(String issuer) throws IOException;
}
