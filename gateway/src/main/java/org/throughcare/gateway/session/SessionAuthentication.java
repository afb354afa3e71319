package org.throughcare.gateway.session;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Signed in by cookie. */
public final class SessionAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient GatewaySession session;

    SessionAuthentication(GatewaySession session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    public GatewaySession session() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.person();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(session);
    }
}
