package org.throughcare.allinone.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The provider's own endpoints first, the log-in form for everything else. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInSecurity {

    private static final int PASSWORD_STRENGTH = 8;
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(PASSWORD_STRENGTH);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SignInSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http, TellingTheGateway telling) {
        OidcLogoutAuthenticationSuccessHandler after = new OidcLogoutAuthenticationSuccessHandler();
        after.setLogoutHandler(telling);
        http.oauth2AuthorizationServer(provider -> {
                    http.securityMatcher(provider.getEndpointsMatcher());
                    provider.oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(after)));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        http.addFilterAfter(new AskingForThePasswordAgain(), SecurityContextHolderFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain form(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/sign-in.css", "/error", "/")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT)))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new AskingForThePasswordAgain.Given())
                        .failureHandler(new LogInFailed()));
        return http.build();
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        DemoStaff staff = ready.getApplicationContext().getBean(DemoStaff.class);
        StringBuilder text = new StringBuilder("Demonstration sign-ins (user name / password):");
        staff.all()
                .forEach(member -> text.append(System.lineSeparator())
                        .append("  ")
                        .append(member.username())
                        .append(" / ")
                        .append(member.password())
                        .append("   ")
                        .append(member.name())
                        .append(", ")
                        .append(member.grantee()));
        LoggerFactory.getLogger(SignInServer.class).info("{}", text);
    }
}
