package org.throughcare.gateway.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * All that the suite holds about one person, or as much of it as could be had.
 *
 * @param missing parts that could not be had, each with why
 * @param cut what a part says that there is more of than it holds
 * @param notices that go with the package wherever it goes, each once
 * @param parts by the wire name of the service that holds it, each as that service gave it
 */
record SubjectPackage(
        String person,
        Instant preparedAt,
        List<Part.Missing> missing,
        List<Shortened> cut,
        List<String> notices,
        Map<String, JsonNode> parts) {

    /** @param within how many of it the part was made from */
    record Shortened(String part, String of, int within) {}

    /** Everything: each part is there, and none says that there is more. */
    boolean isComplete() {
        return missing.isEmpty() && cut.isEmpty();
    }

    /** Whether it is the whole comes before all that is within. */
    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("complete", isComplete());
        json.put("missing", missing);
        json.put("cut", cut);
        json.put("notices", notices);
        json.put("person", person);
        json.put("preparedAt", preparedAt);
        json.putAll(parts);
        return json;
    }
}
