package org.throughcare.platform.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees to BSON documents and back. Whole numbers are 64 bit, decimals exact. */
public final class Documents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Documents() {}

    /** A record as a document; {@code null} values are left out. */
    public static Document of(Object record) {
        return document(Json.mapper().valueToTree(record));
    }

    public static <T> T read(Document document, Class<T> type) {
        return Json.mapper().treeToValue(tree(document), type);
    }

    public static Document document(JsonNode object) {
        if (!(object instanceof ObjectNode node)) {
            throw new IllegalArgumentException("not an object but " + object.getNodeType());
        }
        Document document = new Document();
        node.properties().forEach(field -> {
            if (field.getKey().isEmpty()
                    || field.getKey().startsWith("$")
                    || field.getKey().contains(".")) {
                throw new IllegalArgumentException("field name cannot be stored: " + field.getKey());
            }
            Object value = value(field.getValue());
            if (value != null) {
                document.append(field.getKey(), value);
            }
        });
        return document;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> document(node);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(node.size());
                node.forEach(each -> list.add(value(each)));
                yield list;
            }
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber()
                        ? (Object) node.longValue()
                        : node.isBigDecimal() ? new Decimal128(node.decimalValue()) : node.doubleValue();
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw new IllegalArgumentException("cannot be stored: " + node.getNodeType());
        };
    }

    public static ObjectNode tree(Document document) {
        ObjectNode node = NODES.objectNode();
        document.forEach((key, value) -> node.set(key, node(value)));
        return node;
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Document document -> tree(document);
            case Map<?, ?> map -> {
                ObjectNode node = NODES.objectNode();
                map.forEach((key, each) -> node.set(String.valueOf(key), node(each)));
                yield node;
            }
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(each -> array.add(node(each)));
                yield array;
            }
            case String text -> NODES.stringNode(text);
            case Boolean bool -> NODES.booleanNode(bool);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case Decimal128 number -> NODES.numberNode(number.bigDecimalValue());
            case BigDecimal number -> NODES.numberNode(number);
            case java.util.Date date -> NODES.stringNode(date.toInstant().toString());
            default -> throw new IllegalArgumentException("not a value of a body: " + value.getClass());
        };
    }
}
