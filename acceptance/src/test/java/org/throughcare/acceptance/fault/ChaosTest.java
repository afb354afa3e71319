package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.Servers;
import org.throughcare.testing.Line;

/**
 * Everything goes wrong, one thing after the other, under an open load: what {@code ./throughcare chaos} runs, for as long as
 * {@code -Dthroughcare.chaos.seconds} says, at {@code -Dthroughcare.chaos.rate} commands a second, by
 * {@code -Dthroughcare.chaos.seed}.
 */
@Tag("fault")
class ChaosTest {

    private static final int SECONDS = Integer.getInteger("throughcare.chaos.seconds", 60);
    private static final int RATE = Integer.getInteger("throughcare.chaos.rate", 20);
    private static final long SEED = Long.getLong("throughcare.chaos.seed", System.nanoTime());
    private static final int INSTANCES = Integer.getInteger("throughcare.chaos.instances", 2);
    /** Enough to keep this machine busy; more only wait. */
    private static final int MOST_AT_ONCE = Integer.getInteger("throughcare.chaos.clients", 48);

    private static final int PAUSE_MILLIS = 5_000;

    private final List<Line> lines = new ArrayList<>();

    @Test
    @DisplayName("Services, lines and servers break at random: nothing acknowledged is lost, nothing is applied twice")
    void chaos() throws Exception {
        try (Parts parts = Parts.chosen()) {
            Line toStore = lineTo(parts.storeUri());
            Line toBroker = lineToBroker(parts.brokerUri());
            String unbroken = lineToBroker(parts.brokerUri()).instead(parts.brokerUri());
            Map<String, String> through = new HashMap<>(Map.of(
                    "MONGODB_URI", toStore.instead(parts.storeUri()),
                    "RABBITMQ_URI", toBroker.instead(parts.brokerUri())));
            List<String> services =
                    new ArrayList<>(List.of("participant-service", "notes-service", "scheduling-service"));
            Optional<String> partners = Optional.ofNullable(System.getenv("RABBITMQ_PARTNERS_URI"))
                    .filter(uri -> "real".equals(System.getProperty("throughcare.parts")));
            partners.ifPresent(uri -> {
                services.add("referral-service");
                through.put("RABBITMQ_PARTNERS_URI", toBroker.instead(uri));
                through.put("RABBITMQ_MANAGEMENT_URL", System.getenv("RABBITMQ_MANAGEMENT_URL"));
            });
            try (Eavesdropper all = new Eavesdropper(unbroken);
                    Fleet fleet = Fleet.rehearsed(parts, through, INSTANCES, services.toArray(String[]::new))) {
                Book book = new Book();
                Setup setup = new Setup(fleet, book);
                if (partners.isPresent()) {
                    setup.withPartner(fleet, book);
                }
                Mishaps mishaps = new Mishaps(fleet, toBroker, toStore, Servers.given(), SEED);
                ChaosReport report = new ChaosReport(SEED, RATE, INSTANCES, MOST_AT_ONCE);
                Arrivals arrivals = load(fleet, book, setup, mishaps, report);
                report.loadIsOver(book, arrivals);
                Findings findings = Aftermath.of(fleet, book, all, arrivals.people(), mishaps.broken);
                partners.ifPresent(uri -> new PartnerSide(fleet, setup).check(uri, arrivals.people(), findings));
                report.write(parts, services, book, findings, mishaps);
                assertThat(mishaps.counts).as("something went wrong at all").isNotEmpty();
                Aftermath.isWell(book, findings);
            }
        } finally {
            lines.forEach(Line::close);
        }
    }

    private Line lineTo(String uri) {
        Line line = new Line(Integer.parseInt(uri.replaceFirst(".*(?:127\\.0\\.0\\.1|localhost):(\\d+).*", "$1")));
        lines.add(line);
        return line;
    }

    /** To whichever node takes it, where the broker has several. */
    private Line lineToBroker(String uri) {
        String nodes = System.getProperty("throughcare.chaos.broker-ports", "");
        if (nodes.isEmpty()) {
            return lineTo(uri);
        }
        Line line = new Line(
                Arrays.stream(nodes.split(",")).mapToInt(Integer::parseInt).toArray());
        lines.add(line);
        return line;
    }

    private static Arrivals load(Fleet fleet, Book book, Setup setup, Mishaps mishaps, ChaosReport report)
            throws InterruptedException {
        AtomicBoolean goOn = new AtomicBoolean(true);
        Random random = new Random(SEED + 1);
        Arrivals arrivals = new Arrivals(
                () -> new CaseWorker(fleet, book, setup, random.nextLong(), goOn::get), RATE, MOST_AT_ONCE, goOn::get);
        report.loadBegins();
        Thread load = Thread.ofPlatform().name("arrivals").start(() -> {
            try {
                arrivals.come(random);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            mishaps.strikeUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS), PAUSE_MILLIS);
        } finally {
            goOn.set(false);
            load.join();
        }
        return arrivals;
    }
}
