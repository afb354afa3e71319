package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

@DisplayName("Commands, repeats and two relays at once")
class RelayInterleavingTest {

    private static final int WRITERS = 6;
    private static final int COMMANDS = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261123, 7919})
    @DisplayName("every entry journaled once and published, none comes back to life, no false 412, no second effect")
    void interleavings(long seed) throws Exception {
        try (Backbone backbone = new Backbone();
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Backbone.Instance listener = backbone.instance("listener");
            Backbone.Instance one = backbone.instance("owner");
            Backbone.Instance two = backbone.instance("owner");
            List<Aggregates<Tally>> tallies = List.of(one.tallies(), two.tallies());
            ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
            listener.subscriptions.add(Subscription.toState(
                    one.service,
                    "tally",
                    Tally.Snapshot.class,
                    listener.stores.of(one.service, "tally", Tally.Snapshot.class)));
            listener.subscriptions.add(Subscription.toFacts(
                    one.service,
                    "tally",
                    Tally.TallyEvent.class,
                    Set.of("tally-opened", "amount-added", "label-changed"),
                    (fact, message) -> heard.add(message)));
            one.knowing(listener);
            two.knowing(listener);
            listener.knowing(one);
            one.startRelay();
            two.startRelay();
            listener.consumers.start();

            List<Future<Integer>> running = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                running.add(writers.submit(() -> write(
                        new Random(seed * 31 + writer), writer, writer % 2 == 0 ? one : two, tallies.get(writer % 2))));
            }
            int accepted = 0;
            for (Future<Integer> each : running) {
                accepted += each.get();
            }

            long expected = accepted;
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(one.sweep.unsettled()).isZero();
                assertThat(heard.stream().map(Heard::eventId).distinct().count())
                        .isEqualTo(expected);
            });
            verify(one, listener, heard, expected);
        }
    }

    /** @return how many commands made a revision */
    private static int write(Random random, int writer, Backbone.Instance instance, Aggregates<Tally> tallies) {
        int accepted = 0;
        for (int i = 0; i < COMMANDS; i++) {
            String id = "t" + random.nextInt(4);
            String name = "w" + writer + "-" + i;
            Command command = Command.withId(name);
            int times = random.nextInt(4) == 0 ? 2 : 1;
            for (int time = 0; time < times; time++) {
                Result<Tally> result = instance.inScope(() -> tallies.createOrChange(
                        command,
                        id,
                        existing -> existing.map(t -> t.add(name, 1))
                                .orElseGet(() -> new Tally(id, List.of()).add(name, 1))));
                assertThat(result).isInstanceOf(Result.Done.class);
                if (result instanceof Result.Done<Tally> done && !done.repeated()) {
                    accepted++;
                    if (random.nextInt(3) == 0) {
                        accepted += renameAtTheSeenRevision(instance, tallies, id, name);
                    }
                }
            }
        }
        return accepted;
    }

    /** A user who looked and saves at once: 412 only if another user's command really came between. */
    private static int renameAtTheSeenRevision(
            Backbone.Instance instance, Aggregates<Tally> tallies, String id, String name) {
        return instance.inScope(() -> {
            long seen = tallies.find(id).orElseThrow().revision();
            Result<Tally> result =
                    tallies.change(Command.withId("rename-" + name).expecting(seen), id, t -> t.rename(name));
            if (result instanceof Result.Stale<Tally> stale) {
                assertThat(stale.revision()).isGreaterThan(seen);
                return 0;
            }
            return 1;
        });
    }

    private static void verify(
            Backbone.Instance owner, Backbone.Instance listener, Iterable<Heard> heard, long expected) {
        List<Document> journal = owner.inScope(
                () -> owner.databases.journal().getCollection("journal").find().into(new ArrayList<>()));
        assertThat(journal).hasSize((int) expected);
        Map<String, Set<Long>> revisions = new TreeMap<>();
        for (Document each : journal) {
            assertThat(revisions
                            .computeIfAbsent(each.getString("aggregateId"), id -> new TreeSet<>())
                            .add(each.getLong("revision")))
                    .as("one journal entry per revision")
                    .isTrue();
        }
        owner.inScope(() -> {
            for (Document each :
                    owner.databases.current().getCollection("tally").find()) {
                Set<Long> journaled = revisions.getOrDefault(each.getString("_id"), Set.of());
                assertThat((long) journaled.size()).as("no gap").isEqualTo(each.getLong("revision"));
                assertThat(each.getList("outbox", Document.class)).isEmpty();
                List<Document> additions = each.get("body", Document.class).getList("additions", Document.class);
                Set<String> names = new HashSet<>();
                additions.forEach(a -> assertThat(names.add(a.getString("id")))
                        .as("applied once")
                        .isTrue());
                Document copy = listener.databases
                        .current()
                        .getCollection("copies_" + owner.service + "_tally")
                        .find(new Document("_id", each.getString("_id")))
                        .first();
                assertThat(copy).isNotNull();
                assertThat(copy.getLong("revision")).isEqualTo(each.getLong("revision"));
                assertThat(copy.get("snapshot", Document.class).getList("additions", Document.class))
                        .isEqualTo(additions);
            }
            return true;
        });
        Set<String> published = new HashSet<>();
        heard.forEach(each -> published.add(each.eventId()));
        assertThat(published)
                .isEqualTo(journal.stream()
                        .map(each -> each.getString("_id"))
                        .collect(java.util.stream.Collectors.toSet()));
    }
}
