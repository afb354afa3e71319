package org.throughcare.acceptance.badinput;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.badinput.Description.Operation;
import org.throughcare.acceptance.badinput.Description.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks one operation everything that is wrong with it. */
final class BadRequests {

    /** Exists in demonstrations alone; says 400 to all of it, and does not name the field yet. */
    private static final String NOT_IN_SERVICE = "POST /demo/clock";

    private static final String UNKNOWN = "noSuchField";
    private static final int TOO_LARGE = 9 * 1024 * 1024;

    private final String service;
    private final String uri;
    private final Description description;
    private final People people;
    private final Tally tally;
    private final boolean atTheEdge;
    private final String noToken;
    private final String badToken;

    BadRequests(String service, String uri, Description description, People people, Tally tally) {
        this.service = service;
        this.uri = uri;
        this.description = description;
        this.people = people;
        this.tally = tally;
        this.atTheEdge = service.equals("gateway");
        this.noToken = atTheEdge ? "sign-in-needed" : "unauthenticated";
        this.badToken = atTheEdge ? "token-invalid" : "unauthenticated";
    }

    void ask(Operation operation) {
        if (!operation.isPublic()) {
            unauthenticated(operation);
        }
        if (!operation.isPublic() && !operation.isStream()) {
            otherGrantee(operation);
        }
        if (!operation.method().equals("GET")) {
            expect(
                    operation,
                    "oversized: 413",
                    413,
                    "too-large",
                    whole(operation).announcing(TOO_LARGE));
        }
        badParameters(operation);
        if (operation.needs("Idempotency-Key")) {
            withoutKey(operation);
        }
        if (operation.needs("If-Match")) {
            withoutPrecondition(operation);
        }
        JsonNode body = operation.body();
        if (body != null && !NOT_IN_SERVICE.equals(operation.toString())) {
            badBodies(operation, body);
        }
    }

    private void unauthenticated(Operation operation) {
        expect(operation, "no token: 401", 401, noToken, bare(operation).said());
        expect(
                operation,
                "a token that is none: 401",
                401,
                badToken,
                bare(operation).token("nonsense").said());
        if (operation.isStream()) {
            return;
        }
        expect(
                operation,
                "a grantee not served: 403",
                403,
                atTheEdge ? "" : "unknown-grantee",
                bare(operation).token(people.strangerToken()).said());
    }

    /**
     * The administrator of another grantee, with ids that exist here: absent or closed there, or nothing of ours in the answer.
     * That nothing of ours was changed by it, the journals show in the end.
     */
    private void otherGrantee(Operation operation) {
        Said said = withBody(keyed(bare(operation), operation), operation)
                .token(people.otherGranteesToken())
                .said();
        boolean askedBadly = said.status() == 400 && said.isProblem();
        boolean closed = Set.of(403, 404, 409, 412, 422).contains(said.status()) && said.isProblem();
        // Asked of its own partner, whom its own PUT before this made: the embedded broker has no management API.
        boolean brokerAway = said.slug().equals("broker-away") && said.isProblem();
        boolean right = said.status() / 100 == 2
                ? people.nothingOfOurs(said.body())
                : (closed || askedBadly || brokerAway) && people.namesNobody(said.body());
        if (said.status() / 100 == 2) {
            tally.tookFromOtherGrantee();
        }
        tally.count(
                service,
                askedBadly
                        ? "another grantee's token, input refused first"
                        : "another grantee's token: nothing of ours",
                right,
                operation + " " + said.inShort());
    }

    private void badParameters(Operation operation) {
        for (Parameter each : operation.parameters()) {
            String wrong = wrongText(each.name(), each.schema());
            boolean inPath = each.in().equals("path");
            if (wrong.isEmpty() || each.in().equals("header")) {
                continue;
            }
            String address = inPath
                    ? uri + path(operation, each.name(), wrong) + query(operation, "", "")
                    : uri + path(operation, "", "") + query(operation, each.name(), wrong);
            Asking asking =
                    keyed(new Asking(operation.method(), address), operation).token(people.token());
            JsonNode body = operation.body();
            if (body != null) {
                asking.json(description.example(body).toString());
            }
            named(operation, "parameter of a wrong type: 400", each.name(), asking.said());
        }
    }

    private void withoutKey(Operation operation) {
        Said said = withBody(bare(operation).with("If-Match", "\"1\""), operation)
                .token(people.token())
                .said();
        expect(operation, "no Idempotency-Key: 400", 400, "", said);
    }

    private void withoutPrecondition(Operation operation) {
        Said said = withBody(bare(operation).with("Idempotency-Key", key()), operation)
                .token(people.token())
                .said();
        boolean right = said.isProblem() && (said.status() == 428 || said.status() == 400);
        tally.count(service, "no If-Match: 428", right, operation + " " + said.inShort());
    }

    private void badBodies(Operation operation, JsonNode schema) {
        for (String malformed : List.of("{\"a\": ", "not json", "{\"a\": 1,}")) {
            expect(operation, "malformed JSON: 400", 400, "malformed-json", body(operation, malformed));
        }
        expect(operation, "no body: 400", 400, "", whole(operation).said());
        expect(
                operation,
                "not JSON by its type: 415",
                415,
                "unsupported-media-type",
                whole(operation).with("Content-Type", "text/plain").json("{}").said());
        Map<String, JsonNode> fields = description.fields(schema);
        if (fields.isEmpty()) {
            return;
        }
        ObjectNode good = (ObjectNode) description.example(schema);
        ObjectNode more = good.deepCopy();
        more.put(UNKNOWN, 1);
        Said unknown = body(operation, more.toString());
        boolean namesAny = unknown.names(UNKNOWN) || isOpen(fields) && unknown.status() == 400;
        tally.count(
                service,
                "unknown field: 400, named",
                unknown.isProblem() && unknown.status() == 400 && namesAny,
                operation + " " + unknown.inShort());
        wrongFields(operation, good, good, fields, "");
    }

    /** Each field of an object somewhere in the body, one at a time; those of objects and rows in it as well. */
    private void wrongFields(
            Operation operation, ObjectNode whole, ObjectNode within, Map<String, JsonNode> fields, String prefix) {
        for (String name : fields.keySet()) {
            JsonNode field = Objects.requireNonNull(fields.get(name));
            JsonNode right = within.get(name);
            String path = prefix + name;
            within.set(name, wrongValue(field));
            named(operation, "field of a wrong type: 400, named", path, body(operation, whole.toString()));
            for (String time : wrongTimes(field, name)) {
                within.put(name, time);
                named(operation, "wrong date, offset or zone: 400, named", path, body(operation, whole.toString()));
            }
            within.set(name, right);
            JsonNode inner = right != null && right.isArray() && !right.isEmpty() ? right.get(0) : right;
            Map<String, JsonNode> innerFields = description.fields(description.element(field));
            if (inner instanceof ObjectNode object && !innerFields.isEmpty()) {
                String innerPath = path + (right.isArray() ? "[0]." : ".");
                object.put(UNKNOWN, 1);
                named(operation, "unknown field: 400, named", innerPath + UNKNOWN, body(operation, whole.toString()));
                object.remove(UNKNOWN);
                wrongFields(operation, whole, object, innerFields, innerPath);
            }
        }
    }

    /** A field whose schema says nothing of its kinds is read first and hides what comes after it. */
    private boolean isOpen(Map<String, JsonNode> fields) {
        return fields.values().stream()
                .anyMatch(each -> description.type(each).isEmpty()
                        || description.type(each).equals("object")
                                && description.fields(each).isEmpty());
    }

    private List<String> wrongTimes(JsonNode field, String name) {
        List<String> wrong = new ArrayList<>();
        switch (description.format(field)) {
            case "date-time" -> wrong.addAll(List.of("2026-03-01T09:30:00", "2026-02-30T09:30:00Z", "yesterday"));
            case "date" -> wrong.addAll(List.of("2026-02-30", "03/01/2026", "2026-03-01T00:00:00Z"));
            case "time-local" -> wrong.addAll(List.of("25:00", "nine"));
            default -> {
                if (description.isZone(name, field)) {
                    wrong.addAll(List.of("Mars/Olympus", "EST5"));
                }
            }
        }
        return wrong;
    }

    private JsonNode wrongValue(JsonNode field) {
        return JsonMapper.shared()
                .readTree(
                        switch (description.type(field)) {
                            case "array", "object" -> "\"text\"";
                            case "integer", "number", "boolean" -> "\"neither\"";
                            default -> description.isEnum(field) ? "\"NO_SUCH_KIND\"" : "{\"an\":\"object\"}";
                        });
    }

    private String wrongText(String name, JsonNode schema) {
        if (description.isZone(name, schema)) {
            return "Mars/Olympus";
        }
        if (description.isEnum(schema)) {
            return "NO_SUCH_KIND";
        }
        return switch (description.type(schema)) {
            case "integer", "number", "boolean" -> "neither";
            default ->
                switch (description.format(schema)) {
                    case "uuid" -> "not-an-id";
                    case "date" -> "2026-02-30";
                    case "date-time" -> "2026-03-01T09:30:00";
                    default -> "";
                };
        };
    }

    private void expect(Operation operation, String kind, int status, String slug, Said said) {
        boolean right = said.status() == status
                && said.isProblem()
                && (slug.isEmpty() || said.slug().equals(slug));
        tally.count(service, kind, right, operation + " " + said.inShort());
    }

    private void named(Operation operation, String kind, String field, Said said) {
        boolean right = said.status() == 400 && said.isProblem() && said.names(field) || said.refusesEntry(field);
        tally.count(service, kind, right, operation + " " + field + " " + said.inShort());
    }

    private Said body(Operation operation, String json) {
        return whole(operation).json(json).said();
    }

    private Asking whole(Operation operation) {
        return keyed(bare(operation), operation).token(people.token());
    }

    private Asking bare(Operation operation) {
        return new Asking(operation.method(), uri + path(operation, "", "") + query(operation, "", ""));
    }

    private Asking withBody(Asking asking, Operation operation) {
        JsonNode body = operation.body();
        return body == null ? asking : asking.json(description.example(body).toString());
    }

    private static Asking keyed(Asking asking, Operation operation) {
        if (!operation.method().equals("GET")) {
            asking.with("Idempotency-Key", key());
        }
        return operation.needs("If-Match") ? asking.with("If-Match", "\"1\"") : asking;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String path(Operation operation, String wrong, String with) {
        String path = operation.path();
        for (Parameter each : operation.in("path")) {
            String value =
                    each.name().equals(wrong) ? with : people.idFor(operation.path(), each.name(), fitting(each));
            path = path.replace("{" + each.name() + "}", value);
        }
        return path;
    }

    private String query(Operation operation, String wrong, String with) {
        StringBuilder query = new StringBuilder();
        for (Parameter each : operation.in("query")) {
            boolean isWrong = each.name().equals(wrong);
            if (each.required() || isWrong) {
                String value = isWrong ? with : fitting(each);
                query.append(query.isEmpty() ? '?' : '&')
                        .append(each.name())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }

    private String fitting(Parameter parameter) {
        JsonNode example = description.example(parameter.schema());
        return example.isArray() ? example.get(0).asString("") : example.asString("x");
    }
}
