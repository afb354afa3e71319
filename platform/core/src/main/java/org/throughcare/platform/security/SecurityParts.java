package org.throughcare.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughcare.platform.Settings;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.person.IdsOfPersons;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.tenancy.Grantees;

/** A stateless resource server: everything but health, metrics and the API's description needs a token. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(OverridableParts.class)
public class SecurityParts {

    @Bean
    SecurityFilterChain tokensOnly(
            HttpSecurity http,
            Settings settings,
            Grantees grantees,
            IssuerKeys keys,
            ObjectProvider<StaffDirectory> staff,
            @Value("${throughcare.partners-welcome:false}") boolean partnersWelcome) {
        SignInProblems problems = new SignInProblems();
        var managers =
                new JwtIssuerAuthenticationManagerResolver(new IssuerTokens(settings.security(), grantees, keys));
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(PublicRoutes.PATTERNS)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(managers)
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(problems);
                                return filter;
                            }
                        }))
                .addFilterAfter(
                        new ScopeFilter(new CallerOf(settings.security(), grantees), staff::getObject, partnersWelcome),
                        AuthorizationFilter.class);
        return http.build();
    }

    /** Requests are observed as a whole; an observation of each filter cost a twentieth of a request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }

    /** Lazy, because participant-service's own answer to "whose case" stands on aggregates that are opened later. */
    @Bean
    CaseAccess caseAccess(
            @Lazy CaseFiles cases, ObjectProvider<IdsOfPersons> persons, ReadAudit audit, MeterRegistry meters) {
        return new CaseAccessByTeamAndSite(cases, persons.getIfAvailable(PersonIds::unmerged), audit, meters);
    }
}
