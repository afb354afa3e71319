package org.throughcare.participant.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.household.HouseholdMembership.Holding;
import org.throughcare.platform.aggregate.Decision;

class HouseholdMembershipTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final Holding NOT_WRITTEN = new Holding(false, null);

    private static Holding written(@Nullable LocalDate leftOn) {
        return new Holding(true, leftOn);
    }

    private static HouseholdMembership held() {
        return accepted(HouseholdMembership.claim("p-1", "h-1", "m-1", NOW));
    }

    private static HouseholdMembership accepted(Decision<HouseholdMembership> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<HouseholdMembership>) decision).state();
    }

    private static void refused(Decision<HouseholdMembership> decision, String reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        r -> assertThat(r.refusal().reason()).contains(reason));
    }

    @Test
    @DisplayName("H4 who is in a household cannot be claimed for another, however long ago they joined")
    void current() {
        refused(held().claimAgain("h-2", "m-9", TODAY, written(null), NOW.plusSeconds(86_400)), "in another household");
        assertThat(held().claimAgain("h-1", "m-1", TODAY, written(null), NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("H4 a claim whose joining broke off is taken over after fifteen minutes, not before")
    void brokenOff() {
        refused(
                held().claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW.plusSeconds(15 * 60 - 1)),
                "in another household");
        HouseholdMembership taken =
                accepted(held().claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW.plusSeconds(15 * 60)));
        assertThat(taken.household()).isEqualTo("h-2");
    }

    @Test
    @DisplayName("H4 who asks again for the joining that broke off has the claim as fresh as at first")
    void again() {
        Instant later = NOW.plusSeconds(14 * 60);
        HouseholdMembership fresh = accepted(held().claimAgain("h-1", "m-1", TODAY, NOT_WRITTEN, later));
        refused(fresh.claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW.plusSeconds(16 * 60)), "in another household");
    }

    @Test
    @DisplayName("H4 who left is free from the day they left, also when giving the claim up broke off")
    void left() {
        refused(
                held().claimAgain("h-2", "m-9", TODAY.minusDays(1), written(TODAY), NOW),
                "in another household until 2026-05-20");
        assertThat(accepted(held().claimAgain("h-2", "m-9", TODAY, written(TODAY), NOW))
                        .household())
                .isEqualTo("h-2");
        HouseholdMembership free = accepted(held().giveUp("h-1", "m-1", TODAY));
        assertThat(free.household()).isNull();
        refused(free.claimAgain("h-2", "m-9", TODAY.minusDays(1), NOT_WRITTEN, NOW), "until 2026-05-20");
        assertThat(accepted(free.claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW))
                        .member())
                .isEqualTo("m-9");
    }

    @Test
    @DisplayName("H4 only the household that has the claim gives it up; a late one changes nothing")
    void late() {
        assertThat(held().giveUp("h-2", "m-9", TODAY)).isInstanceOf(Decision.Unchanged.class);
        assertThat(held().giveUp("h-1", "m-2", TODAY)).isInstanceOf(Decision.Unchanged.class);
        assertThat(held().giveUp("h-2", "m-1", TODAY)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("H4 as another member of the same household nobody is claimed a second time")
    void anotherMember() {
        refused(held().claimAgain("h-1", "m-2", TODAY, written(null), NOW), "in the household already");
        refused(held().claimAgain("h-2", "m-1", TODAY, written(null), NOW), "in another household");
    }

    @Test
    @DisplayName("H4 free is who left twice from the later of the two days on")
    void leftTwice() {
        HouseholdMembership free = accepted(held().giveUp("h-1", "m-1", TODAY));
        HouseholdMembership early = accepted(accepted(free.claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW))
                .giveUp("h-2", "m-9", TODAY.minusDays(3)));
        assertThat(early.freeFrom()).isEqualTo(TODAY);
        HouseholdMembership late = accepted(accepted(free.claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW))
                .giveUp("h-2", "m-9", TODAY.plusDays(3)));
        assertThat(late.freeFrom()).isEqualTo(TODAY.plusDays(3));
        HouseholdMembership never = accepted(
                accepted(free.claimAgain("h-2", "m-9", TODAY, NOT_WRITTEN, NOW)).giveUp("h-2", "m-9", null));
        assertThat(never.freeFrom()).isEqualTo(TODAY);
    }
}
