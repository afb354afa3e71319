package org.throughcare.acceptance.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;

/** Every route that a service describes is asked wrongly in every way that applies to it; a new route needs nothing here. */
class BadInputTest {

    private static final int SHOWN = 40;

    @Test
    @DisplayName(
            "Every endpoint answers bad input with problem details that name field and rule; nothing is half-written")
    void everyRoute() {
        try (Parts parts = Parts.chosen();
                Fleet fleet = Fleet.started(
                        parts,
                        Map.of("THROUGHCARE_DEMO_CLOCK", "true"),
                        "participant-service",
                        "notes-service",
                        "scheduling-service",
                        "referral-service");
                MongoClient client = MongoClients.create(parts.storeUri())) {
            People people = new People(fleet);
            Awaitility.await("what was set up is journaled everywhere")
                    .atMost(Duration.ofSeconds(60))
                    .during(Duration.ofSeconds(2))
                    .until(() -> steady(fleet, client));
            Map<String, Long> before = journals(fleet, client);
            Tally tally = new Tally();
            List<String> services = new ArrayList<>();
            for (ServiceProcess each : fleet.processes()) {
                services.add(each.wireName());
                Description description = new Description(
                        new Asking("GET", each.uri() + "/v3/api-docs").said().body());
                BadRequests bad = new BadRequests(each.wireName(), each.uri(), description, people, tally);
                assertThat(description.operations()).as(each.service()).hasSizeGreaterThan(10);
                description.operations().forEach(bad::ask);
            }
            System.out.println(tally.table(services));
            tally.wrong().stream().limit(SHOWN).forEach(each -> System.out.println("  ✗ " + each));
            assertThat(tally.wrong()).as("answered otherwise").isEmpty();
            assertThat(journals(fleet, client)).as("journal entries").isEqualTo(before);
        }
    }

    private long last = -1;

    private boolean steady(Fleet fleet, MongoClient client) {
        long now = journals(fleet, client).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean same = now == last;
        last = now;
        return same;
    }

    private static Map<String, Long> journals(Fleet fleet, MongoClient client) {
        Map<String, Long> entries = new LinkedHashMap<>();
        for (ServiceProcess each : fleet.processes()) {
            for (String grantee : List.of(Fleet.GRANTEE, Fleet.OTHER_GRANTEE)) {
                entries.put(
                        each.wireName() + " " + grantee,
                        fleet.journal(client, each.wireName(), grantee)
                                .getCollection("journal")
                                .countDocuments());
            }
        }
        return entries;
    }
}
