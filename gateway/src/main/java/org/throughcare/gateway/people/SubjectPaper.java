package org.throughcare.gateway.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The package as a page to read and to print: headings in order, tables whose rows or columns have headers, nothing but text in it.
 * Every field of the JSON is on it, in the order in which it stands there; names of fields are put into words, instants say that they
 * are UTC.
 */
final class SubjectPaper {

    static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String STYLE = "body{font:1rem/1.4 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-style:italic}"
            + "th,td{border:1px solid #555;padding:.2rem .5rem;text-align:left;vertical-align:top;"
            + "overflow-wrap:anywhere}td,li{white-space:pre-wrap}"
            + "h2,h3,h4,h5,h6{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}"
            + ".first{border:.2rem solid #000;padding:0 1rem}";

    /** The one style on the page, and nothing else at all. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TITLES = Map.of(
            "participant", "Who you are, where you were, your plan and services",
            "notes", "Notes about you, and contacts with you",
            "scheduling", "Appointments, tasks and groups",
            "referral", "Referrals, what partners were told, and money");

    /** Shown on top, for all parts together. */
    private static final Set<String> ON_TOP = Set.of("cut", "notice");

    private static final int WIDEST = 8;
    private static final int DEEPEST_HEADING = 6;
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d{1,9})?Z");
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final StringBuilder page = new StringBuilder();

    private SubjectPaper() {}

    static String of(SubjectPackage all) {
        return new SubjectPaper().whole(all);
    }

    private String whole(SubjectPackage all) {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>What is held about you</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><header><h1>What is held about you</h1>\n<p>Prepared for ")
                .append(text(who(all)))
                .append(" on ")
                .append(text(value(all.preparedAt().toString())))
                .append(". Times that end in UTC are not local times.</p>\n");
        notEverything(all);
        all.notices()
                .forEach(notice ->
                        page.append("<p><strong>").append(text(notice)).append("</strong></p>\n"));
        page.append("</header>\n<nav aria-label=\"Contents\"><ol>");
        all.parts()
                .keySet()
                .forEach(part -> page.append("<li><a href=\"#")
                        .append(text(part))
                        .append("\">")
                        .append(text(title(part)))
                        .append("</a></li>"));
        page.append("</ol></nav>\n<main>\n");
        all.parts().forEach((part, body) -> {
            page.append("<section>");
            heading(2, title(part), " id=\"" + text(part) + "\"");
            fields(body, 3, ON_TOP);
            page.append("</section>\n");
        });
        return page.append("</main></body></html>\n").toString();
    }

    private void notEverything(SubjectPackage all) {
        if (all.isComplete()) {
            page.append(
                    "<p>This is everything that is held about you, but for what each part names as not within.</p>\n");
            return;
        }
        page.append("<div class=\"first\"><h2>This is not everything</h2><ul>");
        all.missing()
                .forEach(each -> page.append("<li>")
                        .append(text("What " + each.service() + " holds is missing: " + each.why() + "."))
                        .append("</li>"));
        all.cut()
                .forEach(each -> page.append("<li>")
                        .append(text("There is more under “" + words(each.of()) + "” in “" + title(each.part())
                                + "” than is printed here, which was made from " + each.within() + "."))
                        .append("</li>"));
        page.append("</ul></div>\n");
    }

    private static String who(SubjectPackage all) {
        JsonNode person = all.parts()
                .getOrDefault("participant", MissingNode.getInstance())
                .path("participant");
        JsonNode name = person.path("name");
        String spoken = (Rows.text(name, "given") + " " + Rows.text(name, "family")).strip();
        String number = Rows.text(person, "caseNumber");
        return (spoken + (number.isEmpty() ? "" : " (case number " + number + ")")).strip();
    }

    private static String title(String part) {
        return TITLES.getOrDefault(part, words(part));
    }

    /** Simple fields in a table first, then each of the others under a heading of its own. */
    private void fields(JsonNode object, int level, Set<String> but) {
        boolean any = object.properties().stream()
                .anyMatch(field ->
                        !but.contains(field.getKey()) && field.getValue().isValueNode());
        if (any) {
            page.append("<table><tbody>");
            object.properties().forEach(field -> {
                if (!but.contains(field.getKey()) && field.getValue().isValueNode()) {
                    page.append("<tr><th scope=\"row\">")
                            .append(text(words(field.getKey())))
                            .append("</th><td>")
                            .append(text(value(field.getValue())))
                            .append("</td></tr>\n");
                }
            });
            page.append("</tbody></table>\n");
        }
        object.properties().forEach(field -> {
            if (!but.contains(field.getKey()) && field.getValue().isContainer()) {
                heading(level, words(field.getKey()), "");
                inside(field.getKey(), field.getValue(), level);
            }
        });
    }

    private void inside(String name, JsonNode value, int level) {
        if (value.isEmpty()) {
            page.append("<p>None.</p>\n");
        } else if (value.isObject()) {
            fields(value, level + 1, Set.of());
        } else if (value.valueStream().allMatch(JsonNode::isValueNode)) {
            list(value);
        } else if (isFlat(value)) {
            rows(name, value);
        } else {
            int nth = 0;
            for (JsonNode each : value) {
                nth++;
                heading(level + 1, words(name) + ": " + nth + " of " + value.size(), "");
                if (each.isValueNode()) {
                    page.append("<p>").append(text(value(each))).append("</p>\n");
                } else {
                    inside(name, each, level + 1);
                }
            }
        }
    }

    private void list(JsonNode values) {
        page.append("<ul>");
        values.forEach(each -> page.append("<li>").append(text(value(each))).append("</li>"));
        page.append("</ul>\n");
    }

    /** Objects of simple fields alone, few enough to stand side by side. */
    private static boolean isFlat(JsonNode array) {
        return array.valueStream()
                        .allMatch(each -> each.isObject() && each.valueStream().allMatch(JsonNode::isValueNode))
                && columns(array).size() <= WIDEST;
    }

    private static Set<String> columns(JsonNode array) {
        Set<String> columns = new LinkedHashSet<>();
        array.forEach(each -> columns.addAll(each.propertyNames()));
        return columns;
    }

    private void rows(String name, JsonNode array) {
        Set<String> columns = columns(array);
        page.append("<table><caption>")
                .append(text(words(name)))
                .append(", ")
                .append(array.size())
                .append("</caption><thead><tr>");
        columns.forEach(each ->
                page.append("<th scope=\"col\">").append(text(words(each))).append("</th>"));
        page.append("</tr></thead><tbody>");
        array.forEach(row -> {
            page.append("<tr>");
            columns.forEach(each ->
                    page.append("<td>").append(text(value(row.path(each)))).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</tbody></table>\n");
    }

    private void heading(int level, String words, String attributes) {
        int at = Math.min(level, DEEPEST_HEADING);
        page.append("<h")
                .append(at)
                .append(attributes)
                .append('>')
                .append(text(words))
                .append("</h")
                .append(at)
                .append(">\n");
    }

    private static String value(JsonNode simple) {
        if (simple.isBoolean()) {
            return simple.booleanValue() ? "yes" : "no";
        }
        return simple.isNull() || simple.isMissingNode() ? "" : value(simple.asString());
    }

    private static String value(String text) {
        return INSTANT.matcher(text).matches() ? INSTANT.matcher(text).replaceFirst("$1 $2 UTC") : text;
    }

    /** {@code dateOfBirth} becomes "Date of birth". */
    private static String words(String field) {
        List<String> words = List.of(NEXT_WORD.split(field));
        String all = String.join(" ", words).toLowerCase(Locale.ROOT);
        return all.isEmpty() ? all : Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, StandardCharsets.UTF_8.name());
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
