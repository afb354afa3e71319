package org.throughcare.acceptance.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;

/**
 * Every route that a service has is asked wrongly in every way that applies to it. A new route needs nothing here as long as the
 * service's description has it; one that the description leaves out fails this test.
 */
@Tag("suite")
class BadInputTest {

    private static final int SHOWN = 60;

    /** The gateway's is everybody's; its own is beside it. */
    private static final Map<String, String> DESCRIBED_AT = Map.of("gateway", "/v3/api-docs/gateway");

    @Test
    @DisplayName(
            "Every endpoint answers bad input with problem details that name field and rule; nothing is half-written")
    void everyRoute() {
        try (Parts parts = Parts.chosen();
                Fleet fleet = Fleet.rehearsed(
                        parts,
                        Map.of("THROUGHCARE_DEMO_CLOCK", "true", Routes.SETTING, Routes.VALUE),
                        "participant-service",
                        "notes-service",
                        "scheduling-service",
                        "referral-service",
                        "gateway");
                MongoClient client = MongoClients.create(parts.storeUri())) {
            People people = new People(fleet);
            fleet.awaitRest();
            Map<String, Long> before = journals(fleet, client);
            Tally tally = new Tally();
            List<String> services = new ArrayList<>();
            for (ServiceProcess each : fleet.processes()) {
                services.add(each.wireName());
                Description description = new Description(
                        new Asking("GET", each.uri() + DESCRIBED_AT.getOrDefault(each.wireName(), "/v3/api-docs"))
                                .said()
                                .body());
                BadRequests bad = new BadRequests(each.wireName(), each.uri(), description, people, tally);
                assertThat(Routes.of(each, fleet.issuer().system()))
                        .as("routes of " + each.service()
                                + ", each of which its description must have to be asked here")
                        .isEqualTo(description.routes());
                assertThat(description.operations())
                        .as("what takes a body that is not JSON has to be asked wrongly by hand")
                        .noneMatch(Description.Operation::otherBody);
                description.operations().forEach(bad::ask);
            }
            System.out.println(tally.table(services));
            tally.wrong().stream().limit(SHOWN).forEach(each -> System.out.println("  ✗ " + each));
            assertThat(tally.wrong()).as("answered otherwise").isEmpty();
            Map<String, Long> after = journals(fleet, client);
            after.keySet().removeIf(each -> each.endsWith(Fleet.OTHER_GRANTEE));
            before.keySet().removeIf(each -> each.endsWith(Fleet.OTHER_GRANTEE));
            assertThat(after)
                    .as("journal entries of the grantee that was asked about")
                    .isEqualTo(before);
        }
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
