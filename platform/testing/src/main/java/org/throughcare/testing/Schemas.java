package org.throughcare.testing;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) of the records that travel, as {@link Json} writes them. */
final class Schemas {

    private Schemas() {}

    static ObjectNode of(Class<?> type) {
        return schema(type, type);
    }

    private static ObjectNode schema(Type type, Class<?> raw) {
        ObjectNode node = Json.mapper().createObjectNode();
        if (raw == String.class || raw.getName().equals("java.time.ZoneId")) {
            return node.put("type", "string");
        }
        if (raw == UUID.class) {
            return node.put("type", "string").put("format", "uuid");
        }
        if (raw == Instant.class) {
            return node.put("type", "string").put("format", "date-time");
        }
        if (raw == LocalDate.class) {
            return node.put("type", "string").put("format", "date");
        }
        if (raw == LocalTime.class) {
            return node.put("type", "string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return node.put("type", "boolean");
        }
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return node.put("type", "integer");
        }
        if (raw == double.class || raw == Double.class || Number.class.isAssignableFrom(raw)) {
            return node.put("type", "number");
        }
        if (raw.isEnum()) {
            node.put("type", "string");
            ArrayNode values = node.putArray("enum");
            Arrays.stream(raw.getEnumConstants()).forEach(each -> values.add(((Enum<?>) each).name()));
            return node;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            node.put("type", "array");
            Type element = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
            node.set("items", schema(element, raw(element)));
            return node;
        }
        if (raw.isRecord()) {
            return record(raw, node);
        }
        if (raw.isSealed()) {
            ArrayNode any = node.putArray("oneOf");
            for (Class<?> each : raw.getPermittedSubclasses()) {
                any.add(schema(each, each));
            }
            return node;
        }
        return node;
    }

    private static ObjectNode record(Class<?> raw, ObjectNode node) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = Json.mapper().createArrayNode();
        if (ofSealed(raw)) {
            properties.putObject("is").put("const", raw.getSimpleName());
            required.add("is");
        }
        for (RecordComponent each : raw.getRecordComponents()) {
            properties.set(each.getName(), schema(each.getGenericType(), each.getType()));
            if (!isNullable(each.getAnnotatedType())) {
                required.add(each.getName());
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        return node;
    }

    private static boolean ofSealed(Class<?> raw) {
        return Arrays.stream(raw.getInterfaces())
                .anyMatch(each -> each.isSealed() && each.getName().startsWith("org.throughcare."));
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class)
                || type instanceof AnnotatedParameterizedType parameterized
                        && parameterized.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p && p.getRawType() instanceof Class<?> c) {
            return c;
        }
        return Object.class;
    }
}
