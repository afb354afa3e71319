package org.throughcare.participant.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * Claims participants for a household before they are written into it (H4); a repeat claims nothing twice. Nobody joins under an
 * alias, and who lives in a household under one of their ids joins no other under another (H8).
 */
public final class ClaimingMembership {

    private final Aggregates<HouseholdMembership> memberships;
    private final Aggregates<Household> households;
    private final Aliases aliases;
    private final BusinessClock clock;

    public ClaimingMembership(
            Aggregates<HouseholdMembership> memberships,
            Aggregates<Household> households,
            Aliases aliases,
            BusinessClock clock) {
        this.memberships = memberships;
        this.households = households;
        this.aliases = aliases;
        this.clock = clock;
    }

    /** @return why one of them cannot be claimed, and then none is; null when all who are participants are */
    @Nullable
    Refusal claimAll(String household, List<Member> members) {
        List<Member> claimed = new ArrayList<>();
        // in one order, so that two households that want the same family do not each get half of it
        List<Member> inOrder = members.stream()
                .sorted(Comparator.comparing(Member::participant, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (Member each : inOrder) {
            Refusal refusal = claim(household, each);
            if (refusal != null) {
                giveUpAll(household, claimed);
                return refusal;
            }
            claimed.add(each);
        }
        return null;
    }

    /** For members who were not written after all; one who was, by another command, keeps the claim. */
    void giveUpAll(String household, List<Member> members) {
        List<Member> written =
                households.find(household).map(found -> found.state().current()).orElse(List.of());
        for (Member each : members) {
            boolean in = written.stream()
                    .anyMatch(m -> m.id().equals(each.id()) && Objects.equals(m.participant(), each.participant()));
            if (!in) {
                giveUp(household, each, null);
            }
        }
    }

    void giveUp(String household, Member member, @Nullable LocalDate leftOn) {
        String participant = member.participant();
        if (participant != null) {
            memberships.change(
                    once(),
                    HouseholdMembership.idOf(participant).toString(),
                    held -> held.giveUp(household, member.id(), leftOn));
        }
    }

    /** The household in which this participant is under this very id. */
    public Optional<Stored<Household>> householdOf(String participant) {
        return memberships
                .find(HouseholdMembership.idOf(participant).toString())
                .flatMap(claim -> Optional.ofNullable(claim.state().household()))
                .flatMap(households::find)
                .filter(found -> found.state().current().stream().anyMatch(m -> participant.equals(m.participant())));
    }

    private @Nullable Refusal claim(String household, Member member) {
        String participant = member.participant();
        if (participant == null) {
            return null;
        }
        Refusal elsewhere = elsewhere(household, UUID.fromString(participant));
        if (elsewhere != null) {
            return elsewhere;
        }
        Result<HouseholdMembership> result = memberships.createOrChange(
                once(),
                HouseholdMembership.idOf(participant).toString(),
                held -> held.map(claim ->
                                claim.claimAgain(household, member.id(), member.from(), holding(claim), clock.now()))
                        .orElseGet(() -> HouseholdMembership.claim(participant, household, member.id(), clock.now())));
        return result instanceof Result.Refused<HouseholdMembership> refused ? refused.refusal() : null;
    }

    /** What the person's other ids have to say. */
    private @Nullable Refusal elsewhere(String household, UUID participant) {
        Refusal closed = aliases.closed(participant);
        if (closed != null) {
            return closed;
        }
        return aliases.allOf(participant).stream()
                .filter(id -> !id.equals(participant))
                .flatMap(id -> householdOf(id.toString()).stream())
                .findFirst()
                .map(found -> found.id().equals(household)
                        ? Refusal.conflict("H4", "This participant is in the household already, under an alias.")
                        : Refusal.conflict(
                                "H4",
                                "This participant is in another household, under an alias.",
                                "record that they left it"))
                .orElse(null);
    }

    private HouseholdMembership.Holding holding(HouseholdMembership claim) {
        String household = claim.household();
        String member = claim.member();
        if (household == null || member == null) {
            return new HouseholdMembership.Holding(false, null);
        }
        return households
                .find(household)
                .flatMap(found -> found.state().member(member))
                .map(written -> new HouseholdMembership.Holding(true, written.until()))
                .orElseGet(() -> new HouseholdMembership.Holding(false, null));
    }

    /** A command of its own each time: the claim itself says whether anything is left to do. */
    private static Command once() {
        return Command.withId(UUID.randomUUID().toString());
    }
}
