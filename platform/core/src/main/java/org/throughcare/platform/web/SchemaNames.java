package org.throughcare.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of schemas in the words of the field. The code knows them by class, with package and all; here each goes by its own name alone,
 * and with that of what it is part of only where two would be one: {@code ReleaseRequest}, but {@code PlanOutcomeRequest} and
 * {@code AssessmentOutcomeRequest}.
 */
final class SchemaNames {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, String> names;

    private SchemaNames(Map<String, String> names) {
        this.names = names;
    }

    static void shorten(OpenAPI api) {
        Components components = api.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var schemas = components.getSchemas();
        SchemaNames naming = new SchemaNames(shortest(schemas.keySet()));
        schemas.values().forEach(naming::inSchema);
        naming.names.forEach((from, to) -> schemas.put(to, Objects.requireNonNull(schemas.remove(from))));
        if (api.getPaths() != null) {
            api.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .forEach(naming::inOperation);
        }
    }

    /** By the class's name in full, for those that are named after a class. */
    static Map<String, String> shortest(Collection<String> all) {
        Map<String, String> names = new LinkedHashMap<>();
        all.stream().filter(name -> name.indexOf('.') >= 0).forEach(name -> names.put(name, own(name)));
        clashing(names, all).forEach(name -> names.put(name, within(name)));
        clashing(names, all).forEach(names::remove);
        return names;
    }

    private static List<String> clashing(Map<String, String> names, Collection<String> all) {
        Map<String, Long> uses = Stream.concat(
                        names.values().stream(), all.stream().filter(name -> !names.containsKey(name)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return names.keySet().stream()
                .filter(name -> uses.getOrDefault(names.get(name), 0L) > 1)
                .toList();
    }

    private static String own(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String within(String name) {
        String own = own(name);
        String outer = own(name.substring(0, name.lastIndexOf('.'))).replaceFirst("(Controller|Requests)$", "");
        boolean isPackage = outer.isEmpty() || Character.isLowerCase(outer.charAt(0));
        return isPackage || own.startsWith(outer) ? own : outer + own;
    }

    private void inOperation(Operation operation) {
        each(operation.getParameters(), this::inParameter);
        if (operation.getRequestBody() != null) {
            inContent(operation.getRequestBody().getContent());
        }
        if (operation.getResponses() != null) {
            each(operation.getResponses().values(), this::inResponse);
        }
    }

    private void inParameter(Parameter parameter) {
        inSchema(parameter.getSchema());
        inContent(parameter.getContent());
    }

    private void inResponse(ApiResponse response) {
        inContent(response.getContent());
        if (response.getHeaders() != null) {
            each(response.getHeaders().values(), (Header header) -> inSchema(header.getSchema()));
        }
    }

    private void inContent(@Nullable Content content) {
        if (content != null) {
            each(content.values(), (MediaType type) -> inSchema(type.getSchema()));
        }
    }

    private void inSchema(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            schema.set$ref(renamed(schema.get$ref()));
        }
        if (schema.getDiscriminator() != null && schema.getDiscriminator().getMapping() != null) {
            schema.getDiscriminator().getMapping().replaceAll((_, reference) -> renamed(reference));
        }
        inSchema(schema.getItems());
        inSchema(schema.getNot());
        if (schema.getAdditionalProperties() instanceof Schema<?> more) {
            inSchema(more);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::inSchema);
        }
        each(schema.getAllOf(), this::inSchema);
        each(schema.getAnyOf(), this::inSchema);
        each(schema.getOneOf(), this::inSchema);
        each(schema.getPrefixItems(), this::inSchema);
    }

    private String renamed(String reference) {
        if (!reference.startsWith(SCHEMAS)) {
            return reference;
        }
        String name = reference.substring(SCHEMAS.length());
        return SCHEMAS + names.getOrDefault(name, name);
    }

    private static <T> void each(@Nullable Collection<T> all, Consumer<T> one) {
        if (all != null) {
            all.forEach(one);
        }
    }
}
