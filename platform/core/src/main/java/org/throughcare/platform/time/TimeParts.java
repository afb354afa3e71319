package org.throughcare.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.Settings;
import org.throughcare.platform.store.DueVisits;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Grantees;

/** Wires the business clock and what runs on it. */
@Configuration(proxyBeanMethods = false)
public class TimeParts {

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock();
    }

    @Bean
    Deadlines deadlines(
            Settings settings, Stores stores, Grantees grantees, BusinessClock clock, MeterRegistry meters) {
        return new Deadlines(settings.service(), new DueVisits(stores), grantees, clock, Duration.ofSeconds(1), meters);
    }
}
