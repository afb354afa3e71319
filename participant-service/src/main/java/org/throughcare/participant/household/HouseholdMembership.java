package org.throughcare.participant.household;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * In which household a participant is (H4). There is one per participant, so nobody can join two at once, whoever asks at the same
 * time.
 *
 * <p>Life: claimed before the member is written into the household; given up after the member was written out of it. A claim
 * whose member never came to be, because something broke off, can be taken over once it is old enough. One whose member has left,
 * because only the giving up broke off, at once.
 *
 * @param household null between households
 * @param freeFrom the first day on which another household may have the participant
 */
public record HouseholdMembership(
        UUID id,
        String participant,
        @Nullable String household,
        @Nullable String member,
        Instant claimedAt,
        @Nullable LocalDate freeFrom) {

    static final Duration JOINING_TAKES_LESS_THAN = Duration.ofMinutes(15);

    /** What can happen to it. */
    public sealed interface MembershipEvent extends Happened {

        record HouseholdMembershipClaimed(String household) implements MembershipEvent {}

        record HouseholdMembershipGivenUp(String household) implements MembershipEvent {}
    }

    /**
     * How the household that has the claim sees it.
     *
     * @param written the member is in its list
     * @param leftOn the member has left
     */
    record Holding(boolean written, @Nullable LocalDate leftOn) {}

    static UUID idOf(String participant) {
        return Command.derived("household-membership", participant);
    }

    static Decision<HouseholdMembership> claim(String participant, String household, String member, Instant now) {
        return Decision.accept(
                new HouseholdMembership(idOf(participant), participant, household, member, now, null),
                new MembershipEvent.HouseholdMembershipClaimed(household));
    }

    /** @param holding of the household that has it now */
    Decision<HouseholdMembership> claimAgain(String into, String as, LocalDate from, Holding holding, Instant now) {
        boolean same = into.equals(household) && as.equals(member);
        boolean left = holding.leftOn() != null;
        if (same && holding.written()) {
            return Decision.unchanged();
        }
        boolean young = now.isBefore(claimedAt.plus(JOINING_TAKES_LESS_THAN));
        if (household != null && !same && !left && (holding.written() || young)) {
            return Decision.refuse(
                    into.equals(household)
                            ? Refusal.conflict("H4", "This participant is in the household already.")
                            : Refusal.conflict(
                                    "H4", "This participant is in another household.", "record that they left it"));
        }
        LocalDate free = later(freeFrom, holding.leftOn());
        return free != null && from.isBefore(free)
                ? Decision.refuse(
                        Refusal.invalid("H4", "from", "This participant was in another household until " + free + "."))
                : Decision.accept(
                        new HouseholdMembership(id, participant, into, as, now, free),
                        new MembershipEvent.HouseholdMembershipClaimed(into));
    }

    /** @param leftOn null when the member never came to be */
    Decision<HouseholdMembership> giveUp(String by, String as, @Nullable LocalDate leftOn) {
        return by.equals(household) && as.equals(member)
                ? Decision.accept(
                        new HouseholdMembership(id, participant, null, null, claimedAt, later(freeFrom, leftOn)),
                        new MembershipEvent.HouseholdMembershipGivenUp(by))
                : Decision.unchanged();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
