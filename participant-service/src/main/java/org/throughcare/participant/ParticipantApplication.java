package org.throughcare.participant;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.throughcare.platform.ThroughcarePlatform;

/** participant-service: identity, custody, consents, case, plan, enrolment, policies, sites and staff. */
@SpringBootApplication
@Import(ThroughcarePlatform.class)
public class ParticipantApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(ParticipantApplication.class)
                .properties("spring.config.name=participant-service")
                .run(args);
    }
}
