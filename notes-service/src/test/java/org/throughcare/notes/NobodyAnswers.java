package org.throughcare.notes;

import java.util.Optional;
import org.throughcare.platform.web.OwnerClient;

/** No owner knows more than the copies. */
public final class NobodyAnswers implements OwnerClient {

    @Override
    public <T> Optional<T> get(String service, String path, Class<T> type) {
        return Optional.empty();
    }
}
