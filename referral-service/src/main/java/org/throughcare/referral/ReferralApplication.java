package org.throughcare.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.throughcare.platform.ThroughcarePlatform;

/** Who else helps. */
@SpringBootApplication
@Import(ThroughcarePlatform.class)
public class ReferralApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ReferralApplication.class);
        application.setDefaultProperties(java.util.Map.of("spring.config.name", "referral-service"));
        application.run(arguments);
    }
}
