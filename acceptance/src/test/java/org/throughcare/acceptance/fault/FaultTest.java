package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.fault.Inspection.Broken;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;

/**
 * Real processes under load while something breaks at random moments. {@code -Dthroughcare.fault.seconds} is how long, and
 * {@code -Dthroughcare.fault.seed} repeats a run's choices.
 */
@Tag("fault")
class FaultTest {

    private static final int CLIENTS = 8;
    private static final int SECONDS = Integer.getInteger("throughcare.fault.seconds", 40);
    private static final long SEED = Long.getLong("throughcare.fault.seed", System.nanoTime());
    private static final Duration STORE_IS_AWAY = Duration.ofSeconds(4);

    private final Random random = new Random(SEED);
    private final List<Broken> broken = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** What goes wrong, once; the wait before it is the caller's. */
    @FunctionalInterface
    private interface Mishap {
        void strike(Fleet fleet) throws Exception;
    }

    @Test
    @DisplayName("A process killed with -9 at random moments: nothing acknowledged is lost, nothing is applied twice")
    void killed() throws Exception {
        Map<String, Integer> kills = new HashMap<>();
        run("kill -9 of a service at random moments under load", kills, 3_000, fleet -> {
            List<ServiceProcess> ready =
                    fleet.processes().stream().filter(ServiceProcess::isReady).toList();
            if (!ready.isEmpty()) {
                ServiceProcess victim = ready.get(random.nextInt(ready.size()));
                broken.add(new Broken(Instant.now(), victim.wireName()));
                victim.kill();
                victim.start();
                kills.merge(victim.wireName(), 1, Integer::sum);
            }
        });
    }

    @Test
    @DisplayName("The broker's connections cut at random moments: nothing is lost, nothing is dead-lettered for it")
    void cutOff() throws Exception {
        Map<String, Integer> cuts = new HashMap<>();
        run("the broker's connections cut at random moments under load", cuts, 5_000, fleet -> {
            broken.add(new Broken(Instant.now(), Broken.ALL));
            fleet.parts().cutConnections();
            cuts.merge("cuts", 1, Integer::sum);
        });
    }

    @Test
    @DisplayName("The store away and back at random moments: nothing is lost, nothing is dead-lettered for it")
    void storeAway() throws Exception {
        Map<String, Integer> times = new HashMap<>();
        run("the store away and back at random moments under load", times, 6_000, fleet -> {
            broken.add(new Broken(Instant.now(), Broken.ALL));
            fleet.parts().takeStoreAway();
            try {
                boolean _ = never.await(STORE_IS_AWAY.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                fleet.parts().bringStoreBack();
            }
            times.merge("times away", 1, Integer::sum);
        });
    }

    private void run(String title, Map<String, Integer> mishaps, int everyMillis, Mishap mishap) throws Exception {
        try (Parts parts = Parts.chosen()) {
            if (title.contains("store")) {
                Assumptions.assumeTrue(parts.storeStays().isEmpty(), parts.storeStays());
            }
            try (Eavesdropper all = new Eavesdropper(parts.brokerUri());
                    Fleet fleet = Fleet.rehearsed(
                            parts, Map.of(), "participant-service", "notes-service", "scheduling-service")) {
                Book book = new Book();
                List<CaseWorker.Expected> people = load(fleet, book, everyMillis, mishap);
                Findings findings = Aftermath.of(fleet, book, all, people, broken);
                report(title, parts, mishaps, book, findings);
                check(book, findings, mishaps);
            }
        }
    }

    private List<CaseWorker.Expected> load(Fleet fleet, Book book, int everyMillis, Mishap mishap) throws Exception {
        Setup setup = new Setup(fleet, book);
        AtomicBoolean goOn = new AtomicBoolean(true);
        List<CaseWorker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            CaseWorker worker = new CaseWorker(fleet, book, setup, random.nextLong(), goOn::get);
            workers.add(worker);
            threads.add(Thread.ofVirtual().name("client-" + i).start(worker));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            long pause = everyMillis + random.nextInt(3_000);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > end) {
                break;
            }
            boolean _ = never.await(pause, TimeUnit.MILLISECONDS);
            mishap.strike(fleet);
        }
        fleet.awaitReady();
        goOn.set(false);
        for (Thread each : threads) {
            each.join();
        }
        return workers.stream().flatMap(each -> each.people.stream()).toList();
    }

    private static void report(String title, Parts parts, Map<String, Integer> mishaps, Book book, Findings findings)
            throws IOException {
        String block = """

                Fault report: %s
                  on %s; %d clients, %d s, seed %d
                  commands    attempted %d   acknowledged %d   outcome unknown, asked again %d   turned away, asked again %d   never answered %d
                  outcome     %s   %s   refused wrongly %d   answered 500 %d
                  journal     %d entries, one per revision; %s
                  events      published more than once %d (harmless)   committed before a mishap, published after it %d
                  elsewhere   %d copies compared, %s; %d effects compared, %s; %s
                  mishaps     %s   longest stall of a command %.1f s
                """.formatted(
                        title,
                        parts.name(),
                        CLIENTS,
                        SECONDS,
                        SEED,
                        book.attempted.get(),
                        book.acknowledged.size(),
                        book.unknown.get(),
                        book.turnedAway.get(),
                        book.unanswered.get(),
                        findings.lost,
                        findings.appliedTwice,
                        book.refused.size(),
                        book.broken.size(),
                        findings.entries,
                        findings.unpublished,
                        findings.publishedAgain,
                        findings.recovered,
                        findings.copies,
                        findings.behind,
                        findings.effects,
                        findings.wrongEffects,
                        findings.deadLetters,
                        mishaps,
                        book.longestNanos.get() / 1e9);
        System.out.println(block);
        Files.writeString(
                Path.of("target", "fault-report.txt"), block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void check(Book book, Findings findings, Map<String, Integer> mishaps) {
        assertThat(mishaps).as("something went wrong at all").isNotEmpty();
        Aftermath.isWell(book, findings);
    }
}
