package org.throughcare.gateway.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.throughcare.gateway.limit.AddressLimit;
import org.throughcare.gateway.limit.CallerLimit;
import org.throughcare.gateway.limit.SizeLimit;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.gateway.session.KeepingTokensFresh;
import org.throughcare.gateway.session.SessionCookies;
import org.throughcare.gateway.session.SessionFilter;
import org.throughcare.gateway.session.SessionStore;
import org.throughcare.gateway.settings.GatewaySettings;

/** The order in which a request is looked at before anything answers it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class EdgeSecurity {

    /** Scripts, styles and connections of our own alone; service workers too, for work without network. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** Whether the gateway lives and which one it is; all else that it tells of itself is for operators. */
    private static final String[] OF_ITSELF = {"/actuator/health/**", "/actuator/info"};

    private static final String METRICS = "/actuator/prometheus";

    private static final String[] OPEN_TO_SIGNED_IN = {"/api/**", "/session", "/sign-out", "/demo/**"};

    @Bean
    SecurityFilterChain edge(
            HttpSecurity http,
            GatewaySettings settings,
            SessionStore store,
            KeepingTokensFresh tokens,
            SessionCookies cookies,
            ProblemWriter problems,
            NotSignedIn notSignedIn,
            TrustedIssuers issuers,
            AddressLimit addressLimit,
            CallerLimit callerLimit,
            SizeLimit sizeLimit,
            Environment environment) {
        RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
        http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(notSignedIn).accessDeniedHandler(notSignedIn))
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .httpStrictTransportSecurity(tls -> tls.requestMatcher(cookies::isSecure))
                        .frameOptions(frames -> frames.deny()))
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(notSignedIn)
                        .authenticationManagerResolver(new JwtIssuerAuthenticationManagerResolver(issuers))
                        .withObjectPostProcessor(answering(notSignedIn)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(settings.openPaths().toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(OF_ITSELF)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, asked) -> new AuthorizationDecision(
                                isSystem(caller.get()) || isMeasuredInside(asked.getRequest(), environment)))
                        .requestMatchers(OPEN_TO_SIGNED_IN)
                        .authenticated()
                        .anyRequest()
                        .permitAll());
        http.addFilterAfter(addressLimit, HeaderWriterFilter.class);
        http.addFilterBefore(
                new SessionFilter(store, tokens, cookies, problems, contexts), BearerTokenAuthenticationFilter.class);
        http.addFilterAfter(sizeLimit, AuthorizationFilter.class);
        http.addFilterBefore(callerLimit, AuthorizationFilter.class);
        return http.build();
    }

    /** Requests whose path or header is written to deceive. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (_, response, _) -> problems.write(
                response, new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request's form is refused."));
    }

    /** There are no passwords here; says so, lest a default one be made up. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** Where management has a port of its own, that is one that the public does not reach: metrics are open there, as the services' are. */
    private static boolean isMeasuredInside(HttpServletRequest request, Environment environment) {
        String own = environment.getProperty("management.server.port", "");
        String open = environment.getProperty("local.server.port", "");
        return !own.isBlank()
                && !open.isBlank()
                && !open.equals(String.valueOf(request.getLocalPort()))
                && request.getRequestURI().equals(METRICS);
    }

    private static boolean isSystem(@Nullable Authentication caller) {
        return EdgeCaller.of(caller)
                .filter(known -> known.is(EdgeCaller.Kind.SYSTEM))
                .isPresent();
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(NotSignedIn notSignedIn) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(notSignedIn);
                return filter;
            }
        };
    }
}
