package org.throughcare.allinone.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code prompt=login}: a sign-in asked for so wants the password now, whoever gave it in this browser before. It is given
 * once for each such request; the one that waited for it then goes through.
 */
final class AskingForThePasswordAgain extends OncePerRequestFilter {

    private static final String JUST_GIVEN = AskingForThePasswordAgain.class.getName();

    /** Remembers that the password was given just now. */
    static final class Given extends SavedRequestAwareAuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws ServletException, IOException {
            request.getSession().setAttribute(JUST_GIVEN, true);
            super.onAuthenticationSuccess(request, response, who);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && wantsThePassword(request.getParameter("prompt"))) {
            if (session.getAttribute(JUST_GIVEN) == null) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else {
                session.removeAttribute(JUST_GIVEN);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean wantsThePassword(@Nullable String prompt) {
        List<String> wanted = prompt == null ? List.of() : Arrays.asList(prompt.split(" "));
        return wanted.contains("login");
    }
}
