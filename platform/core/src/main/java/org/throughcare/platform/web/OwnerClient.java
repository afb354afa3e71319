package org.throughcare.platform.web;

import java.util.Optional;

/** Asks the owner of something directly, as the suite itself, for the grantee in scope: read-your-writes, and consent checks. */
public interface OwnerClient {

    /**
     * @param service wire name of the owner, e.g. {@code participant}
     * @param path the owner's own path, e.g. {@code /participants/<id>}
     * @return empty when the owner says there is none
     * @throws OwnerAway when the owner does not answer in time, or the breaker is open
     */
    <T> Optional<T> get(String service, String path, Class<T> type);
}
