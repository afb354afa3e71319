package org.throughcare.platform.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Gives our sealed interfaces their {@code "is"} property, so that domain types need no annotation. */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final JsonTypeInfo.Value IS =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        JsonTypeInfo.Value declared = super.findPolymorphicTypeInfo(config, annotated);
        if (declared != null || !(annotated instanceof AnnotatedClass)) {
            return declared;
        }
        return belongsToSealed(annotated.getRawType()) ? IS : null;
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
        String declared = super.findTypeName(config, type);
        return declared == null && belongsToSealed(type.getRawType())
                ? type.getRawType().getSimpleName()
                : declared;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        Class<?> raw = annotated.getRawType();
        if (annotated instanceof AnnotatedClass && ours(raw) && raw.isSealed()) {
            List<NamedType> leaves = new ArrayList<>();
            collect(raw, leaves);
            return leaves;
        }
        return super.findSubtypes(config, annotated);
    }

    private static void collect(Class<?> type, List<NamedType> leaves) {
        for (Class<?> each : type.getPermittedSubclasses()) {
            if (each.isSealed()) {
                collect(each, leaves);
            } else {
                leaves.add(new NamedType(each, each.getSimpleName()));
            }
        }
    }

    private static boolean belongsToSealed(Class<?> type) {
        if (!ours(type) || type.isEnum()) {
            return false;
        }
        if (type.isSealed() && Modifier.isAbstract(type.getModifiers())) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (ours(each) && each.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("org.throughcare.");
    }
}
