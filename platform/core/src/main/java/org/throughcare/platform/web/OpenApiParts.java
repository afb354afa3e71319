package org.throughcare.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description: names of the field's own, and the headers, tokens and problems that no controller repeats. */
@Configuration(proxyBeanMethods = false)
class OpenApiParts {

    private static final String BEARER = "bearer";
    private static final String CONTROLLER = "Controller";
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Command.class, Caller.class);
        // A body taken as a tree is any JSON, not a bean with the tree's getters.
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    }

    @Bean
    OpenAPI openApi(Settings settings) {
        return new OpenAPI()
                .info(new Info().title("Throughcare: " + settings.service()).version("v1"))
                .components(new Components()
                        .addSchemas("Problem", problem())
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** The address differs from place to place, so a committed contract names none. */
    @Bean
    GlobalOpenApiCustomizer withoutServers() {
        return api -> api.setServers(null);
    }

    /** Descriptions come from the Javadoc, which the compiler puts beside the classes. */
    @Bean
    JavadocProvider javadoc() {
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
    GlobalOperationCustomizer commandHeadersAndProblems() {
        return (operation, handler) -> {
            describeCommand(operation, handler);
            name(operation, handler);
            if (operation.getResponses() != null) {
                operation.getResponses().addApiResponse("default", failure());
            }
            return operation;
        };
    }

    /** After the topic and what is done, as {@code custodyRelease}: the same name whatever else there is. */
    private static void name(Operation operation, HandlerMethod handler) {
        String topic = handler.getBeanType().getSimpleName().replace(CONTROLLER, "");
        String done = handler.getMethod().getName();
        operation.setOperationId(StringUtils.uncapitalize(topic)
                + (done.equalsIgnoreCase(topic) ? "" : StringUtils.capitalize(done)));
        if (operation.getTags() != null) {
            operation.setTags(operation.getTags().stream().map(OpenApiParts::topic).toList());
        }
        String said = operation.getDescription();
        if (said != null && said.equals(operation.getSummary())) {
            operation.setDescription(null);
        }
    }

    /** {@code intake-queue-controller} is about the "Intake queue". */
    private static String topic(String tag) {
        return tag.endsWith("-controller")
                ? StringUtils.capitalize(
                        tag.substring(0, tag.length() - "-controller".length()).replace('-', ' '))
                : tag;
    }

    private static void describeCommand(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Command.class) {
                boolean put = handler.getMethod().isAnnotationPresent(PutMapping.class);
                operation.addParametersItem(header(
                        CommandArgumentResolver.KEY,
                        "Makes repeating this request safe. For a PUT, asking for the same again is the same command.",
                        !put));
                boolean required = parameter.hasParameterAnnotation(IfMatch.class);
                operation.addParametersItem(
                        header("If-Match", "The ETag of the revision that the sender looked at.", required));
            }
        }
    }

    private static HeaderParameter header(String name, String description, boolean required) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(required).schema(text());
        return header;
    }

    private static ApiResponse failure() {
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> fault = object(Map.of("field", text(), "rule", text(), "detail", text()));
        return object(Map.of(
                "type", text().format("uri"),
                "title", text(),
                "status", new Schema<Integer>().types(Set.of("integer")),
                "detail", text(),
                "instance", text(),
                "rule", text(),
                "trace", text(),
                "allowed", list(text()),
                "errors", list(fault)));
    }

    private static Schema<?> object(Map<String, Schema<?>> fields) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of("object"));
        fields.keySet().stream().sorted().forEach(name -> schema.addProperty(name, fields.get(name)));
        return schema;
    }

    private static Schema<?> list(Schema<?> of) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of("array"));
        schema.setItems(of);
        return schema;
    }

    private static Schema<?> text() {
        return new Schema<String>().types(Set.of("string"));
    }
}
