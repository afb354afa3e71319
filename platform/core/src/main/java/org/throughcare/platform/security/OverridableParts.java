package org.throughcare.platform.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** What a service or a test may put its own bean in place of; looked at after all of the service's own configuration. */
final class OverridableParts implements DeferredImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {CopiedAccess.class.getName(), Keys.class.getName()};
    }

    @Configuration(proxyBeanMethods = false)
    static class Keys {

        @Bean
        @ConditionalOnMissingBean
        IssuerKeys issuerKeys() {
            return new PublishedKeys();
        }
    }
}
