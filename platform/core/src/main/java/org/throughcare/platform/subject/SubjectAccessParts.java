package org.throughcare.platform.subject;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.Settings;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.CaseAccess;

/** The door, for every service that keeps something about people. */
@Configuration(proxyBeanMethods = false)
public class SubjectAccessParts {

    @Bean
    SubjectAccessDoor subjectAccessDoor(Settings settings, CaseAccess access, ReadAudit audit) {
        return new SubjectAccessDoor(settings.service(), access, audit);
    }
}
