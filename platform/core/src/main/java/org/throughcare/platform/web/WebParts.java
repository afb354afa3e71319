package org.throughcare.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughcare.platform.Settings;
import org.throughcare.platform.cipher.FieldCipher;

/** HTTP in and out. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemErrors.class, OpenApiParts.class, OpenApiWords.class})
public class WebParts {

    private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @Order
    ServerHttpMessageConvertersCustomizer strictJson() {
        return converters -> converters
                .withJsonConverter(new JacksonJsonHttpMessageConverter(HttpJson.mapper()))
                .addCustomConverter(new StreamedConverter());
    }

    @Bean
    WebMvcConfigurer commandsAndTimes(ObjectProvider<FieldCipher> cipher) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandArgumentResolver(new RequestFingerprints(cipher::getObject)));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, (Converter<String, LocalDate>) Times::date);
                registry.addConverter(String.class, Instant.class, (Converter<String, Instant>) Times::instant);
                registry.addConverter(String.class, ZoneId.class, (Converter<String, ZoneId>) Times::zone);
            }
        };
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(ObjectProvider<Tracer> tracer) {
        FilterRegistrationBean<TraceFilter> filter =
                new FilterRegistrationBean<>(new TraceFilter(tracer.getIfAvailable()));
        filter.setOrder(AFTER_OBSERVATION);
        return filter;
    }

    /** After sign-in: nobody unknown makes us read a body. */
    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(Settings settings) {
        FilterRegistrationBean<BodyFilter> filter = new FilterRegistrationBean<>(new BodyFilter(settings.bodyLimit()));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return filter;
    }

    @Bean(destroyMethod = "close")
    OwnerClient ownerClient(Settings settings, MeterRegistry meters) {
        return new RestOwnerClient(settings, meters);
    }
}
