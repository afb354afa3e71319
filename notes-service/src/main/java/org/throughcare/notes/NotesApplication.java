package org.throughcare.notes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.throughcare.platform.ThroughcarePlatform;

/** Notes-service. Its configuration is {@code notes-service.yml}, so that several contexts can share one class path. */
@SpringBootApplication
@Import(ThroughcarePlatform.class)
public class NotesApplication {

    /** The name of the configuration file, without its ending. */
    public static final String CONFIGURATION = "notes-service";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", CONFIGURATION);
        SpringApplication.run(NotesApplication.class, args);
    }
}
