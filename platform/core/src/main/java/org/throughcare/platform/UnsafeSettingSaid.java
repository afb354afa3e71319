package org.throughcare.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says an {@link UnsafeSetting} on the console as it is, before the general words about binding. */
final class UnsafeSettingSaid extends AbstractFailureAnalyzer<UnsafeSetting> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), "See .env.example and the README.", cause);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
