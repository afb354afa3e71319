package org.throughcare.platform.operations;

import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.ProblemException;

/** For operations on one grantee's data, which the suite's own token has to name. */
final class OfOneGrantee {

    private OfOneGrantee() {}

    /** @throws ProblemException when the request names no grantee */
    static void required() {
        if (!Scope.isBound()) {
            throw ProblemException.invalid(
                    "Throughcare-Grantee", "required", "Say whose data is meant in the header Throughcare-Grantee.");
        }
    }
}
