package org.throughcare.platform;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.throughcare.platform.audit.AuditParts;
import org.throughcare.platform.cipher.CipherParts;
import org.throughcare.platform.messaging.MessagingParts;
import org.throughcare.platform.operations.OperationsParts;
import org.throughcare.platform.security.SecurityParts;
import org.throughcare.platform.store.StoreParts;
import org.throughcare.platform.subject.SubjectAccessParts;
import org.throughcare.platform.tenancy.TenancyParts;
import org.throughcare.platform.time.TimeParts;
import org.throughcare.platform.web.WebParts;

/** A service imports this and has all of the platform; what it does not set comes from {@code defaults.properties}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
@PropertySource("classpath:org/throughcare/platform/defaults.properties")
@Import({
    TenancyParts.class,
    CipherParts.class,
    AuditParts.class,
    WebParts.class,
    SecurityParts.class,
    SubjectAccessParts.class,
    OperationsParts.class,
    StoreParts.class,
    MessagingParts.class,
    TimeParts.class
})
public class ThroughcarePlatform {}
