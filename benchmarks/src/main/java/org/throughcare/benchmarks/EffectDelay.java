package org.throughcare.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How long after the answer to a command its effect in another service is there. Projected release dates move at an even
 * rate, whatever the answers take (an open loop): each moves a participant into or out of "near release", so that each
 * makes scheduling-service change the participant's cadence.
 *
 * <p>Nothing is polled while it runs. Afterwards the journals of both services are read: an effect carries the trace of its
 * cause, and its entry says when the command was decided and when the relay, which gets it after the commit, took it up.
 * The latter counts, so the figures are upper bounds. A few commands are watched from outside too, as a check.
 */
final class EffectDelay {

    private static final int MOST_IN_FLIGHT = 2_000;

    private final Suite suite;
    private final Grantee grantee;
    private final Client client;
    private final Quiet quiet;
    private final Traces traces;
    private final Lookout lookout;
    private int moves;

    EffectDelay(Infra infra, Suite suite, Grantee grantee, Client client, Quiet quiet) {
        this.suite = suite;
        this.grantee = grantee;
        this.client = client;
        this.quiet = quiet;
        this.traces = new Traces(infra, suite);
        this.lookout = new Lookout(infra, suite);
    }

    /** @param dueNanos when it was to be sent */
    record Sent(long dueNanos, long answeredNanos, Instant answered, String trace) {}

    /** @param refused answered with anything but success, or not at all */
    private record Flight(List<Sent> sent, int refused, int skipped, double seconds, Latencies watched) {}

    void measure(Report report, int rate, int seconds, int warmUpSeconds) {
        System.err.println("   warming up");
        fly(Math.min(rate, 60), warmUpSeconds, 0);
        quiet.await("participant", List.of("custody", "case"));
        report.heading("(b) From the answer to the effect in another service");
        report.paragraph("Aim: p99 under 50 ms at 200 commands a second. The command is"
                + " `POST /participants/{id}/custody/projected-release`, sent in an open loop over "
                + grantee.participants().size() + " participants; the effect is the participant's new cadence in"
                + " scheduling-service, committed. Times are those of the two journals, read afterwards (nothing is"
                + " polled meanwhile); the commit is counted from when the relay took it up, so figures are upper bounds."
                + " Running: "
                + String.join(
                        ", ",
                        suite.running().values().stream()
                                .map(ServiceProcess::name)
                                .toList()) + ".");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "commands/s asked",
                "achieved",
                "HTTP p50 ms",
                "HTTP p99 ms",
                "effect p50 ms",
                "effect p99 ms",
                "effects / commands",
                "machine busy"));
        List<String> stages = new ArrayList<>();
        for (int each : stepsTo(rate)) {
            rows.add(row(each, seconds, stages));
        }
        report.table(rows);
        report.paragraph("Where the time goes:\n\n" + String.join("\n", stages));
        report.paragraph("HTTP times count from when the command was due. Load average now " + Machine.load() + ".");
    }

    private List<String> row(int rate, int seconds, List<String> stages) {
        System.err.println("   " + rate + " commands a second for " + seconds + " s");
        Machine.Jiffies before = Machine.Jiffies.now();
        Costs costs = Costs.now(suite);
        Instant began = Instant.now();
        Flight flight = fly(rate, seconds, 2);
        String busy = Machine.Jiffies.now().busySince(before);
        double drained =
                quiet.await("participant", List.of("custody", "case")) + quiet.await("scheduling", List.of("cadence"));
        String cost = Costs.now(suite).perOperation(costs, flight.sent().size());
        Map<String, Traces.Way> ways = traces.since(began.minusMillis(100));
        List<Traced> effects = new ArrayList<>();
        for (Sent each : flight.sent()) {
            Traces.Way way = ways.get(each.trace());
            if (way != null && way.effectTakenUp() != null) {
                effects.add(new Traced(each, way));
            }
        }
        Latencies http = Latencies.of(flight.sent().stream().mapToLong(each -> each.answeredNanos() - each.dueNanos()));
        Latencies effect = between(
                effects,
                each -> Math.max(0, micros(each.sent().answered(), each.way().effectTakenUp())));
        stages.add(String.format(
                Locale.ROOT,
                "* at %d/s: p50 / p99 ms from the decision to the relay %s / %s; relay to the decision in scheduling-service"
                        + " (journal, broker, copy, reads) %s / %s; from there to its relay %s / %s. Watched from outside:"
                        + " the copy was there %s / %s ms after the answer (%d commands). All done %.1f s after the"
                        + " last answer. Refused %d, not sent for want of room %d. Each command cost, with all its effects, %s.",
                rate,
                stage(effects, w -> micros(w.decided(), w.takenUp())).text(50),
                stage(effects, w -> micros(w.decided(), w.takenUp())).text(99),
                stage(effects, w -> micros(w.takenUp(), w.effectDecided())).text(50),
                stage(effects, w -> micros(w.takenUp(), w.effectDecided())).text(99),
                stage(effects, w -> micros(w.effectDecided(), w.effectTakenUp()))
                        .text(50),
                stage(effects, w -> micros(w.effectDecided(), w.effectTakenUp()))
                        .text(99),
                flight.watched().text(50),
                flight.watched().text(99),
                flight.watched().count(),
                drained,
                flight.refused(),
                flight.skipped(),
                cost));
        return List.of(
                String.valueOf(rate),
                String.format(Locale.ROOT, "%.0f", flight.sent().size() / flight.seconds()),
                http.text(50),
                http.text(99),
                effect.text(50),
                "**" + effect.text(99) + "**",
                effects.size() + " / " + flight.sent().size(),
                busy);
    }

    private record Traced(Sent sent, Traces.Way way) {}

    private static Latencies between(List<Traced> all, ToLongFunction<Traced> micros) {
        return Latencies.of(all.stream().mapToLong(each -> micros.applyAsLong(each) * 1_000));
    }

    private static Latencies stage(List<Traced> all, ToLongFunction<Traces.Way> micros) {
        return between(all, each -> micros.applyAsLong(each.way()));
    }

    private static long micros(
            @org.jspecify.annotations.Nullable Instant from, @org.jspecify.annotations.Nullable Instant to) {
        return ChronoUnit.MICROS.between(Objects.requireNonNull(from), Objects.requireNonNull(to));
    }

    /** @param watchedPerSecond how many of the commands are also watched from outside */
    private Flight fly(int rate, int seconds, int watchedPerSecond) {
        ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger skipped = new AtomicInteger();
        Semaphore room = new Semaphore(MOST_IN_FLIGHT);
        int count = rate * seconds;
        int first = moves;
        moves += count;
        long began = System.nanoTime();
        lookout.begin();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = began + i * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (!room.tryAcquire()) {
                    skipped.incrementAndGet();
                    continue;
                }
                int number = first + i;
                boolean watched = watchedPerSecond > 0 && i % Math.max(1, rate / watchedPerSecond) == 0;
                senders.execute(() -> {
                    try {
                        sent.add(move(number, due, watched));
                    } catch (CannotMeasure failed) {
                        refused.incrementAndGet();
                    } finally {
                        room.release();
                    }
                });
            }
        }
        double elapsed = (System.nanoTime() - began) / 1e9;
        return new Flight(List.copyOf(sent), refused.get(), skipped.get(), elapsed, lookout.seen());
    }

    private Sent move(int number, long due, boolean watched) {
        String participant = grantee.participant(number);
        int turn = number / grantee.participants().size();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate date = turn % 2 == 0 ? today.plusDays(20 + turn % 20) : today.plusDays(200 + turn % 20);
        Client.Answer answer = client.post(
                        suite.uri("participant") + "/participants/" + participant + "/custody/projected-release",
                        grantee.writer(),
                        Map.of("date", date.toString(), "source", "JAIL_RECORDS"),
                        Grantee.id())
                .ok();
        Sent sent = new Sent(due, System.nanoTime(), Instant.now(), answer.trace());
        if (watched) {
            lookout.watch(participant, answer.revision(), sent.answeredNanos());
        }
        return sent;
    }

    /** From what a small machine takes with ease to what was asked. */
    private static List<Integer> stepsTo(int rate) {
        return Stream.of(40, 20, 8, 4, 1)
                .map(part -> Math.max(1, rate / part))
                .distinct()
                .toList();
    }
}
