package org.throughcare.scheduling;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.throughcare.platform.ThroughcarePlatform;

/** scheduling-service: availability, appointments, groups, cadence, and re-planning at release. */
@SpringBootApplication
@Import(ThroughcarePlatform.class)
public class SchedulingApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(SchedulingApplication.class)
                .properties("spring.config.name=scheduling-service")
                .run(args);
    }
}
