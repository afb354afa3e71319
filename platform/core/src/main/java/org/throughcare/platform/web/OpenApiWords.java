package org.throughcare.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI description in the field's words: what the code says of itself, and names that are not the code's. */
@Configuration(proxyBeanMethods = false)
public class OpenApiWords {

    private static final String CONTROLLER = "Controller";
    private static final String TAG = "-controller";

    /** Descriptions come from the Javadoc, which the compiler puts beside the classes. Its type says to springdoc that there is one. */
    @Bean
    SpringDocJavadocProvider javadoc() {
        return new JavadocInMarkdown();
    }

    @Bean
    GlobalOpenApiCustomizer namedByTheField() {
        return api -> {
            SchemaNames.shorten(api);
            List<Tag> tags = api.getTags();
            if (tags != null) {
                tags.forEach(tag -> tag.setName(topic(tag.getName())));
            }
        };
    }

    @Bean
    GlobalOperationCustomizer operationsByTopic() {
        return (operation, handler) -> {
            name(operation, handler);
            return operation;
        };
    }

    /** After the topic and what is done, as {@code custodyRelease}: the same name whatever else there is. */
    private static void name(Operation operation, HandlerMethod handler) {
        String topic = handler.getBeanType().getSimpleName().replace(CONTROLLER, "");
        String done = handler.getMethod().getName();
        operation.setOperationId(
                StringUtils.uncapitalize(topic) + (done.equalsIgnoreCase(topic) ? "" : StringUtils.capitalize(done)));
        if (operation.getTags() != null) {
            operation.setTags(
                    operation.getTags().stream().map(OpenApiWords::topic).toList());
        }
        String said = operation.getDescription();
        if (said != null && said.equals(operation.getSummary())) {
            operation.setDescription(null);
        }
    }

    /** {@code intake-queue-controller} is about the "Intake queue". */
    private static String topic(String tag) {
        return tag.endsWith(TAG)
                ? StringUtils.capitalize(
                        tag.substring(0, tag.length() - TAG.length()).replace('-', ' '))
                : tag;
    }
}
