package org.throughcare.allinone.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords per name and address, and after too many of them answers none for a while, right ones included.
 * By both, so that nobody can lock a colleague out from elsewhere. Being the only provider among the beans, it is the
 * only way in, and is asked once for each attempt.
 */
@Component
class LogInThrottle implements AuthenticationProvider {

    private static final int MOST_REMEMBERED = 100_000;

    private final DaoAuthenticationProvider passwords;
    private final Cache<String, AtomicInteger> failures;
    private final int most;

    LogInThrottle(SignInSettings settings, DemoStaff staff, PasswordEncoder encoder) {
        this.passwords = new DaoAuthenticationProvider(staff);
        this.passwords.setPasswordEncoder(encoder);
        this.most = settings.failures();
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(settings.lockedFor())
                .build();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String key = attempt.getName().toLowerCase(Locale.ROOT) + " " + address(attempt);
        AtomicInteger failed = failures.get(key, _ -> new AtomicInteger());
        if (failed.get() >= most) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication done = passwords.authenticate(attempt);
            failures.invalidate(key);
            return done;
        } catch (BadCredentialsException wrong) {
            failed.incrementAndGet();
            failures.put(key, failed);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "?";
    }
}
