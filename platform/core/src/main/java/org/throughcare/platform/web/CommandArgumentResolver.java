package org.throughcare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.web.ProblemException.Fault;

/**
 * Makes the command's envelope of {@code Idempotency-Key} and {@code If-Match}. A PUT needs no key: asking for the same at the
 * same revision is the same command.
 */
final class CommandArgumentResolver implements HandlerMethodArgumentResolver {

    static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private final RequestFingerprints fingerprints;

    CommandArgumentResolver(RequestFingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Command.class;
    }

    @Override
    public Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        String fingerprint = fingerprints.of(request);
        Long revision = revision(request, parameter.hasParameterAnnotation(IfMatch.class));
        return new Command(id(request, fingerprint, revision), fingerprint, revision, false);
    }

    private static String id(HttpServletRequest request, String fingerprint, @Nullable Long revision) {
        String key = request.getHeader(KEY);
        if (key == null) {
            if (!request.getMethod().equals("PUT")) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "idempotency-key-missing",
                        "This request changes something: give it an Idempotency-Key, so that repeating it is safe.",
                        new Fault(KEY, "required", "Send a value of your own, a UUID for example."));
            }
            return "put:" + request.getRequestURI() + ":" + (revision == null ? "" : revision + ":") + fingerprint;
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw ProblemException.invalid(
                    KEY, "format", "An Idempotency-Key has 1 to 200 visible ASCII characters and no spaces.");
        }
        return key;
    }

    private static @Nullable Long revision(HttpServletRequest request, boolean required) {
        String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            if (required) {
                throw ProblemException.preconditionRequired();
            }
            return null;
        }
        Matcher matcher = REVISION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw ProblemException.invalid(
                    HttpHeaders.IF_MATCH, "format", "If-Match takes one strong ETag as it was given, e.g. \"3\".");
        }
        return Long.valueOf(matcher.group(1));
    }
}
