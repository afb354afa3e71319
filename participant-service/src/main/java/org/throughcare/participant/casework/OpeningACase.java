package org.throughcare.participant.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/**
 * Someone begins to answer for a participant (C6). Somebody named for it who works inside is cleared for the jail where the participant is
 * held (L12); who takes in a participant answers for them whether cleared or not, since nobody else does.
 */
public final class OpeningACase {

    /**
     * @param named the primary worker is somebody else than who asks
     * @param setting where the primary worker works; by default as their role has it
     */
    public record Asked(
            UUID participant,
            List<Programme> programmes,
            UUID primary,
            boolean named,
            @Nullable Setting setting,
            Caseload.Grounds grounds) {}

    private final Aggregates<Case> cases;
    private final Aggregates<Participant> participants;
    private final CustodyRecords custodies;
    private final CaseTerms terms;
    private final TakingAPlace places;
    private final JailClearance clearance;
    private final BusinessClock clock;

    public OpeningACase(
            Aggregates<Case> cases,
            Aggregates<Participant> participants,
            CustodyRecords custodies,
            CaseTerms terms,
            TakingAPlace places,
            JailClearance clearance,
            BusinessClock clock) {
        this.cases = cases;
        this.participants = participants;
        this.custodies = custodies;
        this.terms = terms;
        this.places = places;
        this.clearance = clearance;
        this.clock = clock;
    }

    public Result<Case> open(Command command, Asked asked) {
        @Nullable
        Participant participant = participants
                .find(asked.participant().toString())
                .map(Stored::state)
                .orElse(null);
        if (participant == null) {
            return new Result.Missing<>();
        }
        @Nullable StaffMember worker = places.working(asked.primary());
        if (worker == null) {
            return new Result.Refused<>(Refusal.invalid("C6", "primary", "There is no such staff member at work."));
        }
        SitePolicies.SiteToday there = terms.at(participant.site());
        Setting wanted = asked.setting();
        Setting setting = wanted == null ? TakingAPlace.usualSetting(worker) : wanted;
        if (cases.find(asked.participant().toString()).isEmpty()) {
            Refusal uncleared = asked.named()
                    ? clearance.refusal(asked.participant(), participant.zone(), worker, setting, "candidates")
                    : null;
            if (uncleared != null) {
                return new Result.Refused<>(uncleared);
            }
            Refusal full = places.take(
                    asked.primary(),
                    asked.participant(),
                    side(asked.participant()),
                    Caseload.ORDINARY,
                    there.policy(),
                    asked.grounds());
            if (full != null) {
                return new Result.Refused<>(full);
            }
        }
        Case.Opening opening = new Case.Opening(
                asked.participant(),
                participant.site(),
                participant.zone(),
                asked.programmes().isEmpty() ? List.of(there.site().programme()) : asked.programmes(),
                there.site().staffingModel(),
                CaseTerms.of(there.policy()),
                asked.primary(),
                setting);
        String by = Scope.current().actor().toString();
        return cases.create(command, asked.participant().toString(), () -> Case.open(opening, clock.now(), by));
    }

    private Caseload.Side side(UUID participant) {
        return custodies
                        .of(participant)
                        .map(custody -> CustodyFacts.of(custody.state()).released())
                        .orElse(false)
                ? Caseload.Side.AFTER
                : Caseload.Side.BEFORE;
    }
}
