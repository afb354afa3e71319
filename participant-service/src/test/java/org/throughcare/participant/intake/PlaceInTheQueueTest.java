package org.throughcare.participant.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.identity.PriorityGround;

class PlaceInTheQueueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static PlaceInTheQueue place(int id, LocalDate day, PriorityGround... grounds) {
        return new PlaceInTheQueue(
                List.of(grounds), day, Instant.parse(day + "T15:00:00Z").plusSeconds(id), new UUID(0, id));
    }

    @Test
    @DisplayName(
            "Y1 veterans and foster youth come before everybody else, whenever they were taken in; then it goes by the day")
    void order() {
        PlaceInTheQueue early = place(1, DAY.minusDays(9));
        PlaceInTheQueue later = place(2, DAY);
        PlaceInTheQueue foster = place(3, DAY.plusDays(1), PriorityGround.FOSTER_YOUTH);
        PlaceInTheQueue veteran = place(4, DAY.plusDays(2), PriorityGround.VETERAN);
        PlaceInTheQueue sameDay = place(5, DAY.plusDays(2), PriorityGround.VETERAN);
        assertThat(Stream.of(sameDay, later, veteran, early, foster)
                        .sorted((a, b) -> a.key().compareTo(b.key())))
                .containsExactly(foster, veteran, sameDay, early, later);
    }

    @Test
    @DisplayName("Y1 each place says why")
    void because() {
        assertThat(place(1, DAY, PriorityGround.VETERAN, PriorityGround.FOSTER_YOUTH)
                        .because())
                .startsWith("Veteran and foster youth:")
                .contains("2026-03-02");
        assertThat(place(1, DAY).because()).startsWith("No ground").contains("2026-03-02");
    }
}
