package org.throughcare.platform.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.throughcare.platform.security.Callers;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

/** Stands before every route under {@code /operations}, those to come included. */
final class OperatorsOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Callers.of(request).is(Role.SYSTEM, Role.GRANTEE_ADMINISTRATOR)) {
            throw ProblemException.forbidden("Operations are for administrators of the grantee and for operators.");
        }
        return true;
    }
}
