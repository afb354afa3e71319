package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;

/** What a change that comes often, and in masses when a jail changes its records, asks of the store. */
class CostOfAMovedDateTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    @Test
    @DisplayName(
            "L15 a moved date costs its own write and what is kept of it: the case is not written, and nothing is read twice over")
    void costOfAMovedDate() {
        String id = place().withCase(place().today().plusDays(200).toString());
        String etag = place().caseOf(id).header("ETag");
        int moves = 20;
        double reads = readsBesideSweeps();
        double writes = commands("update");
        LocalDate last = place().today();
        for (int i = 1; i <= moves; i++) {
            last = place().today().plusDays(200 + i);
            assertThat(place().running
                            .post(
                                    "/participants/" + id + "/custody/projected-release",
                                    jail(),
                                    Map.of("date", last.toString(), "source", "JAIL_RECORDS"))
                            .status())
                    .isEqualTo(200);
        }
        String expected = last.toString();
        await().atMost(SOON).until(() -> rosterSays(id, expected));
        // its own look at sign-in, person, case, custody, site and policy, and whether the id is an alias; and the
        // case's look
        // at both
        assertThat((readsBesideSweeps() - reads) / moves).isLessThan(13);
        // custody, its outbox settled, once more where the relay was behind, the copy, the list and the queue
        assertThat((commands("update") - writes) / moves).isLessThan(6.5);
        assertThat(place().caseOf(id).header("ETag")).isEqualTo(etag);
    }

    private boolean rosterSays(String id, String projected) {
        return place().inScope(() -> place().running
                        .bean(TenantDatabases.class)
                        .current()
                        .getCollection("roster")
                        .countDocuments(new Document("_id", id).append("custody.projectedRelease", projected))
                == 1);
    }

    private double commands(String command) {
        return timers(command).mapToLong(Timer::count).sum();
    }

    /** What sweeps read meanwhile depends on how long it takes; they read every collection alike, consents too, which no move touches. */
    private double readsBesideSweeps() {
        String database = place().inScope(() ->
                place().running.bean(TenantDatabases.class).current().getName());
        Map<String, Long> reads = timers("find")
                .filter(timer -> database.equals(timer.getId().getTag("database")))
                .collect(Collectors.toMap(
                        timer -> String.valueOf(timer.getId().getTag("collection")), Timer::count, Long::sum));
        long swept = reads.getOrDefault("consent", 0L);
        return Stream.of("staff-member", "participant", "case", "custody", "site", "programme-policy")
                .mapToLong(collection -> reads.getOrDefault(collection, 0L) - swept)
                .sum();
    }

    private Stream<Timer> timers(String command) {
        return place()
                .running
                .bean(MeterRegistry.class)
                .find("mongodb.driver.commands")
                .tag("command", command)
                .timers()
                .stream();
    }
}
