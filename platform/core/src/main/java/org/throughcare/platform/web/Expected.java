package org.throughcare.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a value of a type looks like, in a caller's words; never what was sent. */
final class Expected {

    private static final List<Class<?>> WHOLE =
            List.of(Integer.class, int.class, Long.class, long.class, Short.class, short.class);
    private static final List<Class<?>> DECIMAL =
            List.of(Double.class, double.class, Float.class, float.class, BigDecimal.class);

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == LocalDate.class) {
            return Times.DATE;
        }
        if (type == Instant.class) {
            return Times.INSTANT;
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return Times.ZONE;
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (DECIMAL.contains(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || type.isInterface() || Map.class.isAssignableFrom(type)
                ? "an object"
                : "another kind of value";
    }
}
