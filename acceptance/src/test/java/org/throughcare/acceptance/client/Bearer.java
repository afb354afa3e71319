package org.throughcare.acceptance.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Somebody with a token of a test's own sign-in, at the door of one service. */
public final class Bearer extends Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String token;
    private final @Nullable String grantee;

    /** @param grantee for which the suite's own client asks; null for people, whose token says it, and for what is nobody's */
    public Bearer(String service, String token, @Nullable String grantee) {
        super(service, CLIENT);
        this.token = token;
        this.grantee = grantee;
    }

    @Override
    void identify(HttpRequest.Builder request, boolean unsafe) {
        request.setHeader("Authorization", "Bearer " + token);
        if (grantee != null) {
            request.setHeader("Throughcare-Grantee", grantee);
        }
    }
}
