package org.throughcare.acceptance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.throughcare.acceptance.process.Parts;

/** The counts of a run as a page tells them; {@code ./throughcare chaos --write} puts them into docs/chaos.md. */
final class ChaosReport {

    private static final Path REPORT = Path.of("target", "chaos-report.md");

    private final long seed;
    private final int rate;
    private final int instances;
    private final int mostAtOnce;
    private long began;
    private Duration load = Duration.ZERO;
    private int sentAway;
    private String machineLoad = "unknown";

    ChaosReport(long seed, int rate, int instances, int mostAtOnce) {
        this.seed = seed;
        this.rate = rate;
        this.instances = instances;
        this.mostAtOnce = mostAtOnce;
    }

    void loadBegins() {
        began = System.nanoTime();
    }

    void loadIsOver(Book book, Arrivals arrivals) {
        load = Duration.ofNanos(System.nanoTime() - began);
        sentAway = arrivals.sentAway();
        try {
            machineLoad = Files.readString(Path.of("/proc/loadavg")).split(" ", 4)[2];
        } catch (IOException notLinux) {
            machineLoad = "unknown";
        }
    }

    void write(Parts parts, List<String> services, Book book, Findings findings, Mishaps mishaps) {
        double seconds = load.toMillis() / 1e3;
        String text = """
                Run of %s, seed %d, on %s, under load for %.0f s.
                %d cores shared with other work (load average over the last quarter of an hour: %s); %s, %d instances each.

                | | |
                |---|---|
                | rate asked | %d commands/s |
                | rate acknowledged | %.1f commands/s |
                | people sent away because %d were being served already | %d, about %.0f commands that were asked and not sent |
                | attempted | %d |
                | acknowledged | %d |
                | outcome unknown, asked again under the same key | %d |
                | turned away, asked again | %d |
                | never answered | %d |
                | refused wrongly / answered 500 | %d / %d |
                | lost | %d |
                | duplicated (events heard more than once, harmless) | %d |
                | applied twice | %d |
                | journal entries checked, one per revision | %d |
                | announced, never published | %d |
                | recovered (committed before a mishap, published after it) | %d |
                | consumers' copies compared / that differ | %d / %d |
                | effects compared / missing or more than one | %d / %d |
                | referrals sent / not in the partner's queue / messages there twice | %d / %d / %d |
                | dead letters | %d |
                | longest stall of a command | %.1f s |
                | mishaps | %s |
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        seed,
                        parts.name(),
                        seconds,
                        Runtime.getRuntime().availableProcessors(),
                        machineLoad,
                        String.join(", ", services),
                        instances,
                        rate,
                        book.acknowledged.size() / seconds,
                        mostAtOnce,
                        sentAway,
                        sentAway * Arrivals.COMMANDS_PER_PERSON,
                        book.attempted.get(),
                        book.acknowledged.size(),
                        book.unknown.get(),
                        book.turnedAway.get(),
                        book.unanswered.get(),
                        book.refused.size(),
                        book.broken.size(),
                        findings.lost.count,
                        findings.publishedAgain,
                        findings.appliedTwice.count,
                        findings.entries,
                        findings.unpublished.count,
                        findings.recovered,
                        findings.copies,
                        findings.behind.count,
                        findings.effects,
                        findings.wrongEffects.count,
                        findings.told,
                        findings.untold.count,
                        findings.toldAgain,
                        findings.deadLetters.count,
                        book.longestNanos.get() / 1e9,
                        mishaps.counts.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")));
        System.out.println(text);
        try {
            Files.writeString(REPORT, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
