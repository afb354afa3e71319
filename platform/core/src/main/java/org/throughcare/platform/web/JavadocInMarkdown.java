package org.throughcare.platform.web;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.SpringDocJavadocProvider;

/**
 * What controllers and their records say of themselves, for the OpenAPI description: written once, beside the code. Readers of the
 * description get Markdown, a paragraph on a line.
 */
final class JavadocInMarkdown extends SpringDocJavadocProvider {

    @Override
    public String getClassJavadoc(Class<?> type) {
        return markdown(super.getClassJavadoc(type));
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        Map<String, String> all = new TreeMap<>(super.getRecordClassParamJavadoc(type));
        all.replaceAll((_, said) -> markdown(said));
        return all;
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return markdown(super.getMethodJavadocDescription(method));
    }

    @Override
    public String getParamJavadoc(Method method, String name) {
        return markdown(super.getParamJavadoc(method, name));
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return markdown(super.getFieldJavadoc(field));
    }

    static String markdown(@Nullable String html) {
        if (html == null) {
            return "";
        }
        return Arrays.stream(html.replaceAll("</?code>", "`")
                        .replaceAll("</p>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .split("<p>"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
