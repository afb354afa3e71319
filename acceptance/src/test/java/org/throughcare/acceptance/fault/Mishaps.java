package org.throughcare.acceptance.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.throughcare.acceptance.fault.Inspection.Broken;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Servers;
import org.throughcare.acceptance.process.ServiceProcess;
import org.throughcare.testing.Line;

/**
 * What goes wrong, one thing after the other, by a seed: services killed and paused, lines to broker and store cut and stalled,
 * and the servers themselves killed and paused where they are ours.
 */
final class Mishaps {

    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(12);

    private static final int BROKER_NODES = 3;

    private final Fleet fleet;
    private final Line toBroker;
    private final Line toStore;
    private final Optional<Servers> servers;
    private final Random random;
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Mishap> kinds = new ArrayList<>();
    final List<Broken> broken = new ArrayList<>();
    final Map<String, Integer> counts = new TreeMap<>();

    private interface Strike {
        void now() throws InterruptedException;
    }

    private record Mishap(String name, Strike strike) {}

    Mishaps(Fleet fleet, Line toBroker, Line toStore, Optional<Servers> servers, long seed) {
        this.fleet = fleet;
        this.toBroker = toBroker;
        this.toStore = toStore;
        this.servers = servers;
        this.random = new Random(seed);
        // Services are several and the commonest to die; a relay is in the middle of publishing at most moments of a
        // load.
        add("service killed", this::killService);
        add("service killed", this::killService);
        add("service paused", this::pauseService);
        add("broker line cut", () -> breakLine(toBroker, toBroker::cut));
        add("broker line stalled", () -> breakLine(toBroker, toBroker::stall));
        add("store line cut", () -> breakLine(toStore, toStore::cut));
        add("store line stalled", () -> breakLine(toStore, toStore::stall));
        servers.ifPresent(ours -> {
            add("broker node killed", () -> killServer(ours, "chaos" + (1 + random.nextInt(BROKER_NODES))));
            add("broker node paused", () -> pauseServer(ours, "chaos" + (1 + random.nextInt(BROKER_NODES))));
            add("store killed", () -> killServer(ours, random.nextBoolean() ? "postgres" : "ferretdb"));
            add("store paused", () -> pauseServer(ours, "ferretdb"));
        });
    }

    private void add(String name, Strike strike) {
        kinds.add(new Mishap(name, strike));
    }

    /** Strikes with pauses between until the time is over, and leaves all as it found it. */
    void strikeUntil(long end, int pauseMillis) throws InterruptedException {
        while (true) {
            long pause = pauseMillis + random.nextInt(pauseMillis);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > end) {
                break;
            }
            boolean _ = never.await(pause, TimeUnit.MILLISECONDS);
            startTheDead();
            Mishap one = kinds.get(random.nextInt(kinds.size()));
            counts.merge(one.name(), 1, Integer::sum);
            one.strike().now();
        }
        servers.ifPresent(Servers::up);
        startTheDead();
        fleet.awaitReady();
    }

    /** As an orchestrator does: a service that found no store at its start, and gave up, is started again. */
    private void startTheDead() {
        for (ServiceProcess each : fleet.processes()) {
            if (!each.isAlive()) {
                counts.merge("gave up and was started again", 1, Integer::sum);
                each.start();
            }
        }
    }

    private void killService() {
        ServiceProcess victim = any();
        broken.add(new Broken(Instant.now(), victim.wireName()));
        victim.kill();
        victim.start();
    }

    private void pauseService() throws InterruptedException {
        ServiceProcess victim = any();
        broken.add(new Broken(Instant.now(), victim.wireName()));
        victim.pause();
        try {
            outage();
        } finally {
            victim.resume();
        }
    }

    private ServiceProcess any() {
        List<ServiceProcess> all = fleet.processes();
        return all.get(random.nextInt(all.size()));
    }

    private void breakLine(Line line, Runnable how) throws InterruptedException {
        broken.add(new Broken(Instant.now(), Broken.ALL));
        how.run();
        try {
            outage();
        } finally {
            line.mend();
        }
    }

    private void killServer(Servers ours, String part) {
        broken.add(new Broken(Instant.now(), Broken.ALL));
        ours.kill(part);
        ours.up();
    }

    private void pauseServer(Servers ours, String part) throws InterruptedException {
        broken.add(new Broken(Instant.now(), Broken.ALL));
        ours.pause(part);
        try {
            outage();
        } finally {
            ours.resume(part);
        }
    }

    private void outage() throws InterruptedException {
        boolean _ = never.await(1_000 + random.nextLong(LONGEST_OUTAGE.toMillis()), TimeUnit.MILLISECONDS);
    }
}
