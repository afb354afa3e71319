package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** What is looked at once nothing goes wrong any more and the suite has come to rest. */
final class Aftermath {

    /** A machine that many share takes a while to work off what ten minutes of mishaps held up. */
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(20);

    private Aftermath() {}

    static Findings of(
            Fleet fleet,
            Book book,
            Eavesdropper all,
            List<CaseWorker.Expected> people,
            List<Inspection.Broken> broken) {
        awaitQuiet(fleet);
        Operator operator = new Operator(fleet);
        try (MongoClient client = MongoClients.create(fleet.parts().storeUri())) {
            Inspection inspection = new Inspection(fleet, client);
            inspection.journalsAgree();
            inspection.acknowledgedAreThere(book);
            inspection.copiesEqual();
            inspection.effectsExistOnce(people);
            inspection.nothingIsDead();
            inspection.announcementsCame(all, broken);
            Owners owners = new Owners(fleet, operator, inspection.findings());
            people.forEach(owners::have);
            return inspection.findings();
        }
    }

    /** Nothing is on its way any more, in any instance. */
    static void awaitQuiet(Fleet fleet) {
        Operator operator = new Operator(fleet);
        Awaitility.await("quiet")
                .atMost(QUIET_WITHIN)
                .pollInterval(Duration.ofMillis(250))
                .during(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    for (ServiceProcess each : fleet.processes()) {
                        if (!each.service().equals(Fleet.GATEWAY)) {
                            JsonNode state = operator.get(each.door(), "/operations/quiet");
                            assertThat(state.path("quiet").asBoolean(false))
                                    .as("%s at %s is quiet: %s", each.service(), each.uri(), state)
                                    .isTrue();
                        }
                    }
                });
    }

    static void isWell(Book book, Findings findings) {
        assertThat(findings.lost.examples).as("lost").isEmpty();
        assertThat(findings.appliedTwice.examples).as("applied twice").isEmpty();
        assertThat(findings.unpublished.examples).as("never published").isEmpty();
        assertThat(findings.behind.examples).as("copies that differ").isEmpty();
        assertThat(findings.wrongEffects.examples).as("effects").isEmpty();
        assertThat(findings.deadLetters.examples).as("dead letters").isEmpty();
        assertThat(findings.untold.examples).as("not told to the partner").isEmpty();
        assertThat(book.refused).as("refused wrongly").isEmpty();
        assertThat(book.broken).as("answered 500").isEmpty();
        assertThat(book.unanswered).as("never answered").hasValue(0);
    }
}
