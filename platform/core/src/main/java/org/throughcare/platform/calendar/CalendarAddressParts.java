package org.throughcare.platform.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.throughcare.platform.tenancy.TenantDatabases;

/** A service that serves calendars imports this, and answers at {@code /calendars/{secret}.ics} itself. */
@Configuration(proxyBeanMethods = false)
public class CalendarAddressParts {

    @Bean
    CalendarAddresses calendarAddresses(TenantDatabases databases) {
        return new CalendarAddresses(databases);
    }

    /** The address is the credential; everything else keeps to tokens. */
    @Bean
    @Order(1)
    SecurityFilterChain calendarsBySecret(HttpSecurity http) {
        return http.securityMatcher("/calendars/*")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .build();
    }
}
