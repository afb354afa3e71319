package org.throughcare.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** Who is calling, for what stands before a controller. */
public final class Callers {

    static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    /** @throws IllegalStateException on a route that is open to everyone: a programming error */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody is signed in on this route");
    }
}
