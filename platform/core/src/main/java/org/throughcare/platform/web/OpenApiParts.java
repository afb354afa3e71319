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
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description: headers of commands, bearer tokens and problems, which no controller repeats. */
@Configuration(proxyBeanMethods = false)
class OpenApiParts {

    private static final String BEARER = "bearer";
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

    @Bean
    GlobalOperationCustomizer commandHeadersAndProblems() {
        return (operation, handler) -> {
            describeCommand(operation, handler);
            if (operation.getResponses() != null) {
                operation.getResponses().addApiResponse("default", failure());
            }
            return operation;
        };
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
