package org.throughcare.participant.enrolment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.custody.Stay;

class CustodyOnRecordTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final UUID MOVE = new UUID(0, 1);
    private static final UUID BACK = new UUID(0, 2);

    private static Stay stay(int from, @Nullable Integer until, @Nullable UUID openedBy, @Nullable UUID closedBy) {
        return new Stay(
                UUID.randomUUID(),
                "County Jail",
                DAY.plusDays(from),
                until == null ? null : DAY.plusDays(until),
                openedBy,
                closedBy,
                null,
                List.of());
    }

    private static Custody custody(Stay... stays) {
        return new Custody(
                new UUID(0, 9),
                new UUID(0, 8),
                ZoneId.of("America/Chicago"),
                new Custody.Terms(new UUID(0, 7), 1, 60, 15),
                Population.IN_CUSTODY,
                List.of(stays),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    @DisplayName("N7 a move to another facility is the same custody, a return after a release is another")
    void since() {
        assertThat(CustodyOnRecord.since(custody(stay(0, 30, null, MOVE), stay(30, null, MOVE, null))))
                .isEqualTo(DAY);
        assertThat(CustodyOnRecord.since(custody(stay(0, 30, null, MOVE), stay(50, null, BACK, null))))
                .isEqualTo(DAY.plusDays(50));
        assertThat(CustodyOnRecord.since(custody(stay(0, 30, null, MOVE)))).isNull();
    }
}
