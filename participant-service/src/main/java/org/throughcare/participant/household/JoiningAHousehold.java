package org.throughcare.participant.household;

import java.util.List;
import java.util.Optional;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Somebody comes to live in a household (H4); a participant is claimed first. */
public final class JoiningAHousehold {

    private final Aggregates<Household> households;
    private final Residences residences;
    private final ClaimingMembership claiming;
    private final BusinessClock clock;

    public JoiningAHousehold(
            Aggregates<Household> households, Residences residences, ClaimingMembership claiming, BusinessClock clock) {
        this.households = households;
        this.residences = residences;
        this.claiming = claiming;
        this.clock = clock;
    }

    public Result<Household> join(Command command, String household, Member member) {
        Optional<Stored<Household>> found = households.find(household);
        if (found.isEmpty()) {
            return new Result.Missing<>();
        }
        Optional<Refusal> stranger = stranger(member, residences);
        if (stranger.isPresent()) {
            return new Result.Refused<>(stranger.get());
        }
        if (found.get().state().member(member.id()).isPresent()) {
            return write(command, household, member);
        }
        Refusal taken = claiming.claimAll(household, List.of(member));
        if (taken != null) {
            return new Result.Refused<>(taken);
        }
        Result<Household> result = write(command, household, member);
        boolean in = result.now().flatMap(h -> h.state().member(member.id())).isPresent();
        if (!in) {
            claiming.giveUpAll(household, List.of(member));
        }
        return result;
    }

    private Result<Household> write(Command command, String household, Member member) {
        return households.change(command, household, h -> h.join(member, clock.today(h.zone())));
    }

    static Optional<Refusal> stranger(Member member, Residences residences) {
        String participant = member.participant();
        return participant == null || residences.of(participant).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("H4", "participant", "There is no such participant."));
    }
}
