package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

@DisplayName("Two instances that hear of a new aggregate at the same time")
class CopiesRaceTest {

    private static final int AGGREGATES = 200;

    @Test
    @DisplayName("keep the newer state, whoever inserts first")
    void newerWins() throws Exception {
        try (Backbone backbone = new Backbone();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Backbone.Instance> instances = List.of(backbone.instance("listener"), backbone.instance("listener"));
            List<Copies<Tally.Snapshot>> copies = instances.stream()
                    .map(each -> each.stores.of("owner", "tally", Tally.Snapshot.class))
                    .toList();
            List<Future<?>> taking = new ArrayList<>();
            for (int one = 0; one < 2; one++) {
                int revision = one + 1;
                Backbone.Instance instance = instances.get(one);
                Copies<Tally.Snapshot> into = copies.get(one);
                taking.add(threads.submit(() -> {
                    for (int i = 0; i < AGGREGATES; i++) {
                        Copy<Tally.Snapshot> copy = new Copy<>(
                                "t" + i, revision, null, null, new Tally.Snapshot("of " + revision, 0, List.of()));
                        together.await(30, TimeUnit.SECONDS);
                        instance.inScope(() -> into.take(copy));
                    }
                    return null;
                }));
            }
            for (Future<?> each : taking) {
                each.get(120, TimeUnit.SECONDS);
            }
            instances.getFirst().inScope(() -> {
                for (int i = 0; i < AGGREGATES; i++) {
                    assertThat(copies.getFirst().find("t" + i).orElseThrow().revision())
                            .as("t%d", i)
                            .isEqualTo(2);
                }
                return null;
            });
        }
    }
}
