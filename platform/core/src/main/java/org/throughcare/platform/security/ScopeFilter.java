package org.throughcare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.platform.security.CallerOf.Claimed;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.platform.web.Trace;

/** Binds the grantee for the rest of the request, then looks up who the caller is there. */
final class ScopeFilter extends OncePerRequestFilter {

    private final CallerOf callers;
    private final Supplier<StaffDirectory> staff;
    private final boolean partnersWelcome;

    /** @param partnersWelcome whether any route of this service is for partners; elsewhere they are sent away at the door */
    ScopeFilter(CallerOf callers, Supplier<StaffDirectory> staff, boolean partnersWelcome) {
        this.callers = callers;
        this.staff = staff;
        this.partnersWelcome = partnersWelcome;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token) || PublicRoutes.contain(request)) {
            chain.doFilter(request, response);
            return;
        }
        Claimed claimed = callers.claimed(token.getToken(), request);
        if (claimed.kind() == Claimed.Kind.PARTNER && !partnersWelcome) {
            throw ProblemException.forbidden("Nothing here is for partners; theirs is the referral service.");
        }
        String grantee = claimed.grantee();
        if (grantee == null) {
            request.setAttribute(Callers.ATTRIBUTE, callers.caller(claimed, staff.get()));
            chain.doFilter(request, response);
            return;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable("grantee", grantee)) {
            new Scope(grantee, claimed.actor(), Trace.of(request)).call(() -> {
                request.setAttribute(Callers.ATTRIBUTE, callers.caller(claimed, staff.get()));
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
