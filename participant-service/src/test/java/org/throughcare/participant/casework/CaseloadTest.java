package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;

class CaseloadTest {

    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final UUID WORKER = new UUID(0, 1);

    private static Caseload with(int places) {
        Caseload load = Caseload.of(WORKER);
        for (int i = 0; i < places; i++) {
            load = after(load.take(new UUID(1, i), Caseload.Side.BEFORE, 40, Caseload.Grounds.none(), NOW));
        }
        return load;
    }

    private static Caseload after(Decision<Caseload> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Caseload>) decision).state();
    }

    @Test
    @DisplayName("L2 the 40th participant before release gets a place, the 41st needs a supervisor's reason")
    void limit() {
        UUID next = new UUID(2, 0);
        after(with(39).take(next, Caseload.Side.BEFORE, 40, Caseload.Grounds.none(), NOW));
        Caseload full = with(40);
        assertThat(full.take(next, Caseload.Side.BEFORE, 40, Caseload.Grounds.none(), NOW))
                .isInstanceOf(Decision.Refused.class);
        assertThat(full.take(next, Caseload.Side.BEFORE, 40, new Caseload.Grounds("short of staff", false), NOW))
                .isInstanceOf(Decision.Refused.class);
        assertThat(full.take(next, Caseload.Side.BEFORE, 40, new Caseload.Grounds(" ", true), NOW))
                .isInstanceOf(Decision.Refused.class);
        after(full.take(next, Caseload.Side.BEFORE, 40, new Caseload.Grounds("short of staff", true), NOW));
    }

    @Test
    @DisplayName("L2 places before and after release are counted apart, and a release moves a participant across")
    void sides() {
        UUID next = new UUID(2, 0);
        Caseload load = after(with(40).take(next, Caseload.Side.AFTER, 80, Caseload.Grounds.none(), NOW));
        Caseload moved = after(load.hold(new UUID(1, 0), Caseload.Side.AFTER, NOW));
        assertThat(moved.count(Caseload.Side.BEFORE)).isEqualTo(39);
        assertThat(moved.count(Caseload.Side.AFTER)).isEqualTo(2);
        assertThat(moved.hold(new UUID(1, 0), Caseload.Side.AFTER, NOW)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L2 a place that no case confirms is free again after 15 minutes, a confirmed one stays")
    void unconfirmed() {
        Caseload load = with(1);
        Instant due = NOW.plus(Caseload.UNCONFIRMED_FOR);
        assertThat(load.dueAt()).isEqualTo(due);
        assertThat(load.visit(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(after(load.visit(due)).places()).isEmpty();
        Caseload held = after(load.hold(new UUID(1, 0), Caseload.Side.BEFORE, NOW));
        assertThat(held.dueAt()).isNull();
        assertThat(held.visit(due)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L2 taking or freeing a place twice announces nothing")
    void twice() {
        Caseload load = with(1);
        assertThat(load.take(new UUID(1, 0), Caseload.Side.BEFORE, 1, Caseload.Grounds.none(), NOW))
                .isEqualTo(Decision.unchanged());
        assertThat(after(load.free(new UUID(1, 0))).free(new UUID(1, 0))).isEqualTo(Decision.unchanged());
    }
}
