package org.throughcare.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.throughcare.platform.json.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The suite's one mapping, stricter towards what others send: unknown fields and anything but plain ISO times are refused. */
final class HttpJson {

    private static final JsonMapper MAPPER = Json.strict()
            .rebuild()
            .addModule(new SimpleModule("throughcare-http-times")
                    .addDeserializer(Instant.class, new Strict<>(Instant.class, Times::instant, Times.INSTANT))
                    .addDeserializer(LocalDate.class, new Strict<>(LocalDate.class, Times::date, Times.DATE))
                    .addDeserializer(ZoneId.class, new Strict<>(ZoneId.class, Times::zone, Times.ZONE)))
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private HttpJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class Strict<T> extends StdScalarDeserializer<T> {
        private final Function<String, T> parse;
        private final String expected;

        Strict(Class<T> type, Function<String, T> parse, String expected) {
            super(type);
            this.parse = parse;
            this.expected = expected;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), json);
            }
            String text = json.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException wrong) {
                return (T) context.handleWeirdStringValue(handledType(), text, "expected %s", expected);
            }
        }
    }
}
