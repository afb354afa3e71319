package org.throughcare.gateway.limit;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.settings.GatewaySettings;

/** The limits as filters of the security chain, and of that alone. */
@Configuration(proxyBeanMethods = false)
class Limits {

    @Bean
    AddressLimit addressLimit(GatewaySettings settings, ProblemWriter problems) {
        return new AddressLimit(settings.limits(), problems);
    }

    @Bean
    CallerLimit callerLimit(GatewaySettings settings, ProblemWriter problems) {
        return new CallerLimit(settings.limits(), problems);
    }

    @Bean
    SizeLimit sizeLimit(GatewaySettings settings, ProblemWriter problems) {
        return new SizeLimit(settings.limits(), problems);
    }

    @Bean
    FilterRegistrationBean<AddressLimit> addressLimitOnce(AddressLimit filter) {
        return inChainAlone(filter);
    }

    @Bean
    FilterRegistrationBean<CallerLimit> callerLimitOnce(CallerLimit filter) {
        return inChainAlone(filter);
    }

    @Bean
    FilterRegistrationBean<SizeLimit> sizeLimitOnce(SizeLimit filter) {
        return inChainAlone(filter);
    }

    private static <F extends Filter> FilterRegistrationBean<F> inChainAlone(F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
