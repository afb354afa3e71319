package org.throughcare.referral.directory.web;

import java.util.UUID;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.ProblemException;

/** Which partner calls, by its token. */
public final class CallingPartner {

    private CallingPartner() {}

    /** @throws ProblemException 403 when the token's partner cannot be one of ours */
    public static UUID of(Caller caller) {
        try {
            return UUID.fromString(caller.id());
        } catch (IllegalArgumentException notAPartner) {
            throw ProblemException.forbidden("The token names no partner of this grantee.");
        }
    }
}
