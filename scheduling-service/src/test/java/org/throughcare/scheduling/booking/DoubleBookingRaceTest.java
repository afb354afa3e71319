package org.throughcare.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.known.Setting;

/** Many at once want what only one can have. */
class DoubleBookingRaceTest {

    private final Office office = new Office();

    @Test
    @DisplayName("of 64 that book the same time at once exactly one wins, and no claim of a loser is left")
    void oneWins() throws Exception {
        List<Result<Appointment>> results =
                allAtOnce(64, n -> office.book("a" + n, "participant-" + (n + 100), inside("2026-03-03T10:00")));

        List<Stored<Appointment>> booked = office.appointments.all().stream()
                .filter(a -> a.state().isBooked())
                .toList();
        assertThat(results).filteredOn(r -> r instanceof Result.Done).hasSize(1);
        assertThat(booked).hasSize(1);
        assertThat(office.claims.held().values())
                .hasSize(12)
                .allMatch(h -> h.appointment().equals(booked.getFirst().id()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "under random bookings, moves, cancellations, restorations and broken-off bookings nobody is ever booked twice")
    void neverTwice(long seed) throws Exception {
        allAtOnce(12, n -> {
            Random random = new Random(seed * 31 + n);
            for (int i = 0; i < 60; i++) {
                step(random, "w" + n + "-" + i);
            }
            return new Result.Missing<>();
        });

        assertNobodyIsBookedTwice();
        Set<String> live = office.appointments.all().stream()
                .filter(a -> a.state().isBooked())
                .flatMap(a -> a.state().when().claims(a.state().participant()).stream())
                .map(ClaimKey::value)
                .collect(Collectors.toSet());
        assertThat(office.claims.held().keySet().stream().map(ClaimKey::value)).containsAll(live);
    }

    private void step(Random random, String id) {
        int minutes = 5 * random.nextInt(36);
        Window window = new Window(
                INSIDE,
                at("2026-03-03T10:00").plus(Duration.ofMinutes(minutes)),
                at("2026-03-03T10:00").plus(Duration.ofMinutes(minutes + 5L * (1 + random.nextInt(4)))),
                Office.CHICAGO,
                null,
                null,
                null,
                Setting.VIRTUAL);
        List<Stored<Appointment>> all = office.appointments.all();
        switch (random.nextInt(6)) {
            case 0, 1 -> office.book(id, "p" + random.nextInt(3), window);
            case 2 ->
                some(all, random)
                        .forEach(a -> office.moving.move(new MovingAnAppointment.Move(Office.command(), a, window)));
            case 3 ->
                some(all, random)
                        .forEach(a -> office.cancelling.cancel(
                                new CancellingAnAppointment.Cancellation(Office.command(), a, "so", "r1")));
            case 4 -> some(all, random).forEach(a -> office.booking.restore(Office.command(), a));
            default -> office.now = office.now.plus(Duration.ofSeconds(random.nextInt(4)));
        }
    }

    private static List<String> some(List<Stored<Appointment>> all, Random random) {
        return all.isEmpty()
                ? List.of()
                : List.of(all.get(random.nextInt(all.size())).id());
    }

    private void assertNobodyIsBookedTwice() {
        List<Appointment> booked = office.appointments.all().stream()
                .map(Stored::state)
                .filter(Appointment::isBooked)
                .toList();
        for (int i = 0; i < booked.size(); i++) {
            for (int j = i + 1; j < booked.size(); j++) {
                Window one = booked.get(i).when();
                Window other = booked.get(j).when();
                assertThat(one.overlaps(other.start(), other.end()))
                        .as("%s and %s", booked.get(i), booked.get(j))
                        .isFalse();
            }
        }
    }

    private interface Attempt {
        Result<Appointment> by(int n);
    }

    private static List<Result<Appointment>> allAtOnce(int many, Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Result<Appointment>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int n = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return attempt.by(n);
                }));
            }
            start.countDown();
            List<Result<Appointment>> results = new ArrayList<>();
            for (Future<Result<Appointment>> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
