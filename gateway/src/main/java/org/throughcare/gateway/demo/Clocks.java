package org.throughcare.gateway.demo;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.gateway.signin.AsTheSuite;
import org.throughcare.platform.time.BusinessClock;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class Clocks {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The gateway's own business clock; it only ever shows what is next. */
    @Bean
    BusinessClock businessClock() {
        return new BusinessClock();
    }

    /** Without the setting there is neither the mover nor its address. */
    @Bean
    @ConditionalOnProperty("throughcare.demo-clock")
    MovingTheClock movingTheClock(
            ServiceReads services, AsTheSuite suite, JsonMapper json, BusinessClock clock, GatewaySettings settings) {
        return new MovingTheClock(new ServiceClocks(services, suite, json), clock, settings.demoZone(), PATIENCE);
    }
}
