package org.throughcare.acceptance.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.FleetClock;
import org.throughcare.acceptance.process.Parts;

/** Lives several years at once: the services start once, and their clock goes through the year once. */
final class SideBySide {

    private record Lived(Year year, CaseWork work) {}

    private record Evening(Instant at, Lived of, Year.Line line) {}

    private SideBySide() {}

    /** @param eve the day before the first of them begins */
    static void live(LocalDate eve, List<Year> years) {
        Instant before = eve.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(before).as("the years lie ahead of the machine's clock").isAfter(Instant.now());
        try (Parts parts = Parts.chosen();
                Fleet fleet = Fleet.rehearsed(
                        parts,
                        Map.of(FleetClock.SETTING, "true"),
                        "participant-service",
                        "notes-service",
                        "scheduling-service")) {
            FleetClock clock = new FleetClock(fleet);
            clock.moveTo(before);
            Office office = new Office(fleet);
            List<Lived> all = years.stream()
                    .map(year -> new Lived(year, office.site(year, clock::rest)))
                    .toList();
            for (Evening each : evenings(all)) {
                clock.moveTo(each.at());
                each.of().year().play(each.line(), each.of().work());
            }
            all.forEach(each -> each.year().playEnd(each.work()));
        }
    }

    private static List<Evening> evenings(List<Lived> all) {
        return all.stream()
                .flatMap(each -> each.year().lines().stream()
                        .map(line -> new Evening(each.year().evening(line), each, line)))
                .sorted(Comparator.comparing(Evening::at))
                .toList();
    }
}
