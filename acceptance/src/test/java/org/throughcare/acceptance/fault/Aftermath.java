package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

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

    private static final int LOOKS = 4;

    private Aftermath() {}

    static Findings of(
            Fleet fleet,
            Book book,
            Eavesdropper all,
            List<CaseWorker.Expected> people,
            List<Inspection.Broken> broken) {
        Findings findings = looked(fleet, book, all, people, broken);
        for (int again = 1; again < LOOKS && !findings.areGood(); again++) {
            findings = looked(fleet, book, all, people, broken);
        }
        return findings;
    }

    /**
     * One look at everything. It takes a while, and deadlines go on meanwhile: a release that settles between the look at a journal
     * and the one at its document is no loss. What is wrong stays wrong at the next look.
     */
    private static Findings looked(
            Fleet fleet,
            Book book,
            Eavesdropper all,
            List<CaseWorker.Expected> people,
            List<Inspection.Broken> broken) {
        awaitQuiet(fleet);
        Awaitility.await("all that was published has been heard here too")
                .atMost(QUIET_WITHIN)
                .until(all::isUpToDate);
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

    /** All of it is told at once, since a run is not repeated easily. */
    static void isWell(Book book, Findings findings) {
        assertSoftly(softly -> {
            softly.assertThat(findings.lost.examples).as("lost").isEmpty();
            softly.assertThat(findings.appliedTwice.examples)
                    .as("applied twice")
                    .isEmpty();
            softly.assertThat(findings.unpublished.examples)
                    .as("never published")
                    .isEmpty();
            softly.assertThat(findings.behind.examples).as("copies that differ").isEmpty();
            softly.assertThat(findings.wrongEffects.examples).as("effects").isEmpty();
            softly.assertThat(findings.deadLetters.examples).as("dead letters").isEmpty();
            softly.assertThat(findings.untold.examples)
                    .as("not told to the partner")
                    .isEmpty();
            softly.assertThat(book.refused).as("refused wrongly").isEmpty();
            softly.assertThat(book.broken).as("answered 500").isEmpty();
            softly.assertThat(book.unanswered).as("never answered").hasValue(0);
        });
    }
}
