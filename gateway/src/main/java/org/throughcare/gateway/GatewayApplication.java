package org.throughcare.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.platform.web.OpenApiWords;

/** The gateway. Its configuration is {@code gateway.yml}, so that several contexts can share one class path. */
@SpringBootApplication(
        excludeName = // on the class path of the all-in-one; would make a signing key for nobody
                "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet"
                        + ".OAuth2AuthorizationServerJwtAutoConfiguration")
@EnableConfigurationProperties(GatewaySettings.class)
@Import(OpenApiWords.class)
public class GatewayApplication {

    /** The name of the configuration file, without its ending. */
    public static final String CONFIGURATION = "gateway";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", CONFIGURATION);
        SpringApplication.run(GatewayApplication.class, args);
    }
}
