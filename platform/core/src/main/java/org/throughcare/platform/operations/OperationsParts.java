package org.throughcare.platform.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.store.Trails;
import org.throughcare.platform.tenancy.TenantDatabases;

/** Routes for operators. */
@Configuration(proxyBeanMethods = false)
@Import({
    GranteesController.class,
    DeadLettersController.class,
    RelayController.class,
    QuietController.class,
    TrailController.class,
    ClockController.class
})
public class OperationsParts {

    @Bean
    Trails trails(Stores stores, TenantDatabases databases) {
        return new Trails(stores, databases);
    }

    @Bean
    WebMvcConfigurer operatorsOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OperatorsOnly()).addPathPatterns("/operations", "/operations/**");
            }
        };
    }
}
