package org.throughcare.acceptance.fault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.client.PartnerQueue;
import org.throughcare.acceptance.process.Fleet;
import tools.jackson.databind.JsonNode;

/** Empties the partner's queue after a run: every referral whose sending was acknowledged is in it. */
final class PartnerSide {

    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(5);
    private static final Duration NOTHING_MORE = Duration.ofSeconds(3);

    private final Fleet fleet;
    private final Setup setup;

    PartnerSide(Fleet fleet, Setup setup) {
        this.fleet = fleet;
        this.setup = setup;
    }

    /** @param brokerUri of the partners' virtual host, past the line that was broken */
    void check(String brokerUri, List<CaseWorker.Expected> people, Findings findings) {
        awaitDelivered();
        Map<String, Integer> byReferral = new HashMap<>();
        Map<String, Integer> byMessage = new HashMap<>();
        JsonNode access = new Operator(fleet)
                .postAs(
                        fleet.door("referral-service"),
                        setup.administrator(),
                        "/partners/" + setup.partner() + "/access");
        try (PartnerQueue queue = new PartnerQueue(
                brokerUri,
                access.path("username").asString(),
                access.path("password").asString(),
                access.path("queue").asString(),
                access.path("routingKeyPrefix").asString())) {
            while (true) {
                JsonNode message = queue.next(each -> true, "anything more", NOTHING_MORE);
                byReferral.merge(message.path("data").path("referral").asString(""), 1, Integer::sum);
                byMessage.merge(message.path("id").asString(""), 1, Integer::sum);
            }
        } catch (NotAsExpected empty) {
            if (!String.valueOf(empty.getMessage()).contains("anything more")) {
                throw empty;
            }
        }
        byMessage.values().forEach(times -> findings.toldAgain += times - 1);
        for (CaseWorker.Expected one : people) {
            for (String referral : one.sent) {
                findings.told++;
                if (!byReferral.containsKey(referral)) {
                    findings.untold.add("referral " + referral + ", whose sending was acknowledged");
                }
            }
        }
    }

    private void awaitDelivered() {
        try (MongoClient client = MongoClients.create(fleet.parts().storeUri())) {
            Awaitility.await("every disclosure is delivered")
                    .atMost(DELIVERED_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> fleet.database(client, "referral")
                                    .getCollection("disclosure")
                                    .countDocuments(Filters.ne("body.nextTryAt", null))
                            == 0);
        }
    }
}
