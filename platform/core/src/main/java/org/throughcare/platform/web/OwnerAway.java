package org.throughcare.platform.web;

/** The owner of something cannot be asked now: over HTTP 503 with Retry-After, in a consumer a reason to wait. */
public final class OwnerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;

    public OwnerAway(String service, Throwable cause) {
        super(service + "-service does not answer", cause);
        this.service = service;
    }

    public String service() {
        return service;
    }
}
