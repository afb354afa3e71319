package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.json.Json;

class CaseloadTest {

    private static final Caseload.Grounds NO_GROUNDS = new Caseload.Grounds(null, false);
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final UUID WORKER = new UUID(0, 1);

    private static Caseload with(int places) {
        Caseload load = Caseload.of(WORKER);
        for (int i = 0; i < places; i++) {
            load = after(load.take(new UUID(1, i), Caseload.Side.BEFORE, Caseload.ORDINARY, 40, NO_GROUNDS, NOW));
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
        after(with(39).take(next, Caseload.Side.BEFORE, Caseload.ORDINARY, 40, NO_GROUNDS, NOW));
        Caseload full = with(40);
        assertThat(full.take(next, Caseload.Side.BEFORE, Caseload.ORDINARY, 40, NO_GROUNDS, NOW))
                .isInstanceOf(Decision.Refused.class);
        assertThat(full.take(
                        next,
                        Caseload.Side.BEFORE,
                        Caseload.ORDINARY,
                        40,
                        new Caseload.Grounds("short of staff", false),
                        NOW))
                .isInstanceOf(Decision.Refused.class);
        assertThat(full.take(next, Caseload.Side.BEFORE, Caseload.ORDINARY, 40, new Caseload.Grounds(" ", true), NOW))
                .isInstanceOf(Decision.Refused.class);
        after(full.take(
                next, Caseload.Side.BEFORE, Caseload.ORDINARY, 40, new Caseload.Grounds("short of staff", true), NOW));
    }

    @Test
    @DisplayName("L2 places before and after release are counted apart, and a release moves a participant across")
    void sides() {
        UUID next = new UUID(2, 0);
        Caseload load = after(with(40).take(next, Caseload.Side.AFTER, Caseload.ORDINARY, 80, NO_GROUNDS, NOW));
        Caseload moved = after(load.hold(new UUID(1, 0), Caseload.Side.AFTER, Caseload.ORDINARY, false, NOW));
        assertThat(moved.count(Caseload.Side.BEFORE)).isEqualTo(39);
        assertThat(moved.count(Caseload.Side.AFTER)).isEqualTo(2);
        assertThat(moved.weightPercent(Caseload.Side.BEFORE)).isEqualTo(39 * Caseload.ORDINARY);
        assertThat(moved.weightPercent(Caseload.Side.AFTER)).isEqualTo(2 * Caseload.ORDINARY);
        assertThat(moved.hold(new UUID(1, 0), Caseload.Side.AFTER, Caseload.ORDINARY, false, NOW))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName(
            "H8 the place of a case that rests is kept with its reason and its day, and counts for nobody until it goes on")
    void resting() {
        UUID alias = new UUID(2, 0);
        Caseload over = after(with(40).take(
                        alias,
                        Caseload.Side.BEFORE,
                        Caseload.ORDINARY,
                        40,
                        new Caseload.Grounds("short of staff", true),
                        NOW));
        Caseload held = after(over.hold(alias, Caseload.Side.BEFORE, Caseload.ORDINARY, false, NOW));
        assertThat(held.places().getLast().overLimitBecause()).isEqualTo("short of staff");
        Caseload resting = after(held.hold(alias, Caseload.Side.BEFORE, Caseload.ORDINARY, true, NOW.plusSeconds(60)));
        assertThat(resting.count(Caseload.Side.BEFORE)).isEqualTo(40);
        assertThat(resting.weightPercent()).isEqualTo(40 * Caseload.ORDINARY);
        assertThat(resting.counted()).extracting(Caseload.Place::id).doesNotContain(alias);
        assertThat(resting.has(alias)).isTrue();
        assertThat(resting.hold(alias, Caseload.Side.BEFORE, Caseload.ORDINARY, true, NOW))
                .isEqualTo(Decision.unchanged());
        assertThat(after(resting.hold(alias, Caseload.Side.BEFORE, Caseload.ORDINARY, false, NOW.plusSeconds(120))))
                .isEqualTo(held);
    }

    @Test
    @DisplayName("L2 a place that no case confirms is free again after 15 minutes, a confirmed one stays")
    void unconfirmed() {
        Caseload load = with(1);
        Instant due = NOW.plus(Caseload.UNCONFIRMED_FOR);
        assertThat(load.dueAt()).isEqualTo(due);
        assertThat(load.visit(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(after(load.visit(due)).places()).isEmpty();
        Caseload held = after(load.hold(new UUID(1, 0), Caseload.Side.BEFORE, Caseload.ORDINARY, false, NOW));
        assertThat(held.dueAt()).isNull();
        assertThat(held.visit(due)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L2 taking or freeing a place twice announces nothing")
    void twice() {
        Caseload load = with(1);
        assertThat(load.take(new UUID(1, 0), Caseload.Side.BEFORE, Caseload.ORDINARY, 1, NO_GROUNDS, NOW))
                .isEqualTo(Decision.unchanged());
        assertThat(after(load.free(new UUID(1, 0))).free(new UUID(1, 0))).isEqualTo(Decision.unchanged());
    }

    private static Caseload take(Caseload from, UUID who, int weight, int limit) {
        return after(from.take(who, Caseload.Side.BEFORE, weight, limit, NO_GROUNDS, NOW));
    }

    @Test
    @DisplayName("L2 H5 the limit counts what cases weigh: up to it there is room, a hundredth past it needs a reason")
    void weighted() {
        Caseload two = take(take(Caseload.of(WORKER), new UUID(1, 0), 150, 4), new UUID(1, 1), 150, 4);
        assertThat(two.count(Caseload.Side.BEFORE)).isEqualTo(2);
        assertThat(two.weightPercent(Caseload.Side.BEFORE)).isEqualTo(300);
        UUID next = new UUID(2, 0);
        take(two, next, 100, 4);
        assertThat(two.take(next, Caseload.Side.BEFORE, 101, 4, NO_GROUNDS, NOW))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.refusal().rule()).isEqualTo("L2");
                    assertThat(refused.refusal().reason()).contains("2 participants", "count for 3 cases", "of 1.01");
                });
        Caseload past = after(
                two.take(next, Caseload.Side.BEFORE, 101, 4, new Caseload.Grounds("speaks the language", true), NOW));
        assertThat(past.places().getLast().overLimitBecause()).isEqualTo("speaks the language");
        assertThat(take(two, next, 50, 4).places().getLast().overLimitBecause()).isNull();
    }

    @Test
    @DisplayName(
            "H5 a change of level moves the weight of a place that is held, past the limit if need be, and once only")
    void reweighed() {
        Caseload load = after(with(40).hold(new UUID(1, 0), Caseload.Side.BEFORE, Caseload.ORDINARY, false, NOW));
        Caseload heavier = after(load.hold(new UUID(1, 0), Caseload.Side.BEFORE, 200, false, NOW));
        assertThat(heavier.count(Caseload.Side.BEFORE)).isEqualTo(40);
        assertThat(heavier.weightPercent(Caseload.Side.BEFORE)).isEqualTo(4_100);
        assertThat(heavier.hold(new UUID(1, 0), Caseload.Side.BEFORE, 200, false, NOW))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L2 a place from before cases had weights counts as an ordinary case")
    void older() {
        Caseload read = Json.mapper().readValue("""
                        {"staff":"%s","places":[{"id":"%s","side":"BEFORE","since":"2026-03-02T16:00:00.000Z","confirmed":true}]}
                        """.formatted(WORKER, new UUID(1, 0)), Caseload.class);
        assertThat(read.weightPercent(Caseload.Side.BEFORE)).isEqualTo(Caseload.ORDINARY);
    }

    @Test
    @DisplayName("L2 a reason is kept where it was needed alone, and a place that nobody confirmed is given back")
    void reasonAndGivingBack() {
        UUID who = new UUID(2, 0);
        Caseload room = after(with(1).take(
                        who,
                        Caseload.Side.BEFORE,
                        Caseload.ORDINARY,
                        40,
                        new Caseload.Grounds("speaks the language", true),
                        NOW));
        assertThat(room.places().getLast().overLimitBecause()).isNull();
        assertThat(after(room.giveBack(who)).has(who)).isFalse();
        Caseload held = after(room.hold(who, Caseload.Side.BEFORE, Caseload.ORDINARY, false, NOW));
        assertThat(held.giveBack(who)).isEqualTo(Decision.unchanged());
        assertThat(held.giveBack(new UUID(2, 9))).isEqualTo(Decision.unchanged());
    }
}
