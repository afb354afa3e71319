package org.throughcare.gateway.signin;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.route.ServiceReads.Answer;

/**
 * The gateway's questions to services in the suite's own name. A token that is refused is exchanged and the question put once
 * more: the key that signed it may have been taken away before its end.
 */
@Component
public class AsTheSuite {

    private final ServiceReads services;
    private final OpenIdProvider provider;

    AsTheSuite(ServiceReads services, OpenIdProvider provider) {
        this.services = services;
        this.provider = provider;
    }

    /**
     * @param grantee for whom it is asked; absent for what is nobody's
     * @throws EdgeProblem when the service or the provider is away
     */
    public Answer get(String service, String path, @Nullable String grantee) {
        return asked(token -> services.get(service, path, token, grantee));
    }

    /** @throws EdgeProblem when the service or the provider is away */
    public Answer post(String service, String path, Object body) {
        return asked(token -> services.post(service, path, body, token));
    }

    private Answer asked(Function<String, Answer> question) {
        String token = provider.systemToken();
        Answer first = question.apply(token);
        if (first.status() != HttpStatus.UNAUTHORIZED.value()) {
            return first;
        }
        provider.refused(token);
        return question.apply(provider.systemToken());
    }
}
