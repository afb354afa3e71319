package org.throughcare.platform.cipher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.Settings;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The field cipher. */
@Configuration(proxyBeanMethods = false)
public class CipherParts {

    @Bean
    FieldCipher fieldCipher(TenantDatabases databases, Settings settings) {
        return new AesFieldCipher(new GranteeKeys(databases, settings.cipher()));
    }
}
