package org.throughcare.benchmarks;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/**
 * Signing a note over HTTP beside the same write sent straight to the store and the same event published and confirmed.
 * Stretches of both take turns, so that whatever else the machine does meets both.
 */
final class SigningRate {

    private static final String KEY = "notes.note-signed.v1." + Grantee.ID;
    private static final int WRITERS = 8;

    private final Infra infra;
    private final Suite suite;
    private final Grantee grantee;
    private final Client client;
    private final Quiet quiet;
    private final boolean shortRun;
    private final List<String> drafts = new ArrayList<>();
    private int used;

    SigningRate(Infra infra, Suite suite, Grantee grantee, Client client, Quiet quiet, boolean shortRun) {
        this.infra = infra;
        this.suite = suite;
        this.grantee = grantee;
        this.client = client;
        this.quiet = quiet;
        this.shortRun = shortRun;
    }

    private record Kind(String name, int workers, List<ClosedLoop.Stretch> stretches) {

        ClosedLoop.Stretch sum() {
            return ClosedLoop.Stretch.sum(stretches);
        }

        List<String> row(String ratio) {
            ClosedLoop.Stretch sum = sum();
            return List.of(
                    name,
                    String.valueOf(workers),
                    String.valueOf(sum.nanos().length),
                    String.format(Locale.ROOT, "%.0f", sum.perSecond()),
                    sum.latencies().text(50),
                    sum.latencies().text(99),
                    ratio);
        }
    }

    void measure(Report report) {
        int rounds = shortRun ? 2 : 4;
        int alone = shortRun ? 60 : 200;
        int together = shortRun ? 200 : 600;
        int warmUp = shortRun ? 200 : 1_500;
        Machine.Jiffies jiffies = Machine.Jiffies.now();
        write(warmUp + rounds * (alone + together));
        byte[] event;
        try (Connection connection = suite.vhost().connect();
                Channel channel = connection.createChannel()) {
            String copy = channel.queueDeclare().getQueue();
            channel.queueBind(copy, "throughcare.events", KEY);
            sign(WRITERS, warmUp);
            event = Objects.requireNonNull(channel.basicGet(copy, true), "no event of a signed note arrived")
                    .getBody();
        } catch (IOException | java.util.concurrent.TimeoutException failed) {
            throw new CannotMeasure("the event of a signed note was not seen: " + failed, failed);
        }
        quiet.await("notes", List.of("case-note", "contact-ledger"));
        int queues = infra.queuesHearing(suite.vhost(), "throughcare.events", "notes.note-signed.v1.*");
        double drained = 0;
        List<String> costs = List.of();
        List<Kind> kinds = new ArrayList<>();
        try (RawWrites raw = new RawWrites(infra, suite, event, queues, WRITERS)) {
            raw.prepare(signed(), warmUp / 2 + rounds * (alone + together));
            raw.run(WRITERS, warmUp / 2);
            for (int workers : List.of(1, WRITERS)) {
                Kind direct = new Kind("straight to store and broker", workers, new ArrayList<>());
                Kind http = new Kind("POST /notes/{id}/signature", workers, new ArrayList<>());
                int operations = workers == 1 ? alone : together;
                for (int round = 0; round < rounds; round++) {
                    Costs before = Costs.now(suite);
                    direct.stretches().add(raw.run(workers, operations));
                    Costs between = Costs.now(suite);
                    http.stretches().add(sign(workers, operations));
                    drained = quiet.await("notes", List.of("case-note", "contact-ledger"));
                    costs = List.of(
                            between.perOperation(before, operations),
                            Costs.now(suite).perOperation(between, operations));
                }
                kinds.add(direct);
                kinds.add(http);
            }
            String busy = Machine.Jiffies.now().busySince(jiffies);
            report.heading("(a) Signing a note");
            report.paragraph(
                    "Aim: over HTTP at least half of the bare rate. The bare write is the service's own: one guarded"
                            + " `$set` + `$push` of the same fields (" + raw.updateBytes()
                            + " bytes) on a draft of the same size ("
                            + raw.draftBytes()
                            + " bytes) with the same indexes, majority and journaled, then the same event ("
                            + event.length + " bytes), mandatory and confirmed, to " + queues
                            + " quorum queues. Stretches of both took turns, " + rounds
                            + " each. Over HTTP each signature"
                            + " is also authenticated, checked against the case's team, opened and hashed, and put into the timeline"
                            + " before the answer; behind it the relay journals, publishes and settles.");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("write", "callers", "operations", "per second", "p50 ms", "p99 ms", "HTTP / bare"));
            for (int i = 0; i < kinds.size(); i += 2) {
                double ratio =
                        kinds.get(i + 1).sum().perSecond() / kinds.get(i).sum().perSecond();
                rows.add(kinds.get(i).row(""));
                rows.add(kinds.get(i + 1).row(String.format(Locale.ROOT, "**%.2f**", ratio)));
            }
            report.table(rows);
            report.paragraph(String.format(
                    Locale.ROOT,
                    "Running: %s. After the last stretch of %d signatures at %d callers everything behind the answer"
                            + " (journal, events, contact ledger, copies) was done %.1f s later, 0.3 s of it the looking."
                            + " Whole machine %s busy; load average now %s.",
                    running(),
                    together,
                    WRITERS,
                    drained,
                    busy,
                    Machine.load()));
            report.paragraph("In that stretch one bare write cost " + costs.getFirst() + ".");
            report.paragraph("One signature cost, with all its effects, " + costs.getLast() + ".");
        }
    }

    private String running() {
        return String.join(
                ", ",
                suite.running().values().stream().map(ServiceProcess::name).toList());
    }

    private void write(int count) {
        System.err.println("   writing " + count + " drafts");
        String[] ids = new String[count];
        ClosedLoop.run(4, 0, count, (worker, number) -> {
            String id = Grantee.id();
            client.put(
                            suite.uri("notes") + "/notes/" + id,
                            grantee.writer(),
                            Grantee.note(grantee.participant(number), number))
                    .ok();
            ids[number] = id;
        });
        drafts.addAll(Arrays.asList(ids));
    }

    private ClosedLoop.Stretch sign(int workers, int count) {
        int from = used;
        used += count;
        return ClosedLoop.run(
                workers,
                from,
                from + count,
                (worker, number) -> client.post(
                                suite.uri("notes") + "/notes/" + drafts.get(number) + "/signature",
                                grantee.writer(),
                                Map.of(),
                                drafts.get(number))
                        .ok());
    }

    /** One signed note and the entry that its signing left in the journal. */
    private RawWrites.Example signed() {
        Document note = infra.database(suite.databaseOf("notes"))
                .getCollection("case-note")
                .find(Filters.eq("_id", drafts.get(used - 1)))
                .first();
        Document entry = infra.database(suite.databaseOf("notes") + "_journal")
                .getCollection("journal")
                .find(Filters.eq("aggregateId", drafts.get(used - 1)))
                .sort(Sorts.descending("revision"))
                .first();
        Document draft = infra.database(suite.databaseOf("notes"))
                .getCollection("case-note")
                .find(Filters.eq("_id", drafts.getLast()))
                .first();
        if (note == null || entry == null || draft == null) {
            throw new CannotMeasure("a note that was signed is not in the store");
        }
        return new RawWrites.Example(draft, note, entry.get("entry", Document.class));
    }
}
