package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.staff.Clearance;
import org.throughcare.participant.staff.StaffMember;

/** A worker who could answer for a participant, with what they carry (L2, L12). */
record Candidate(StaffMember member, Caseload load) {

    UUID staff() {
        return member.id();
    }

    /** @param day on which the case would be theirs */
    List<Objection> objections(Need need, LocalDate day) {
        List<Objection> all = new ArrayList<>();
        if (!member.worksOn(day)) {
            StaffMember.Departure ahead = member.planned();
            all.add(new Objection(
                    Objection.Kind.NOT_AT_WORK,
                    "C6",
                    ahead == null ? "no longer works here" : "works until " + ahead.lastDay()));
        }
        if (need.held() && !member.clearance().holdsOn(day)) {
            all.add(new Objection(Objection.Kind.NO_CLEARANCE, "L12", "is not cleared for the jail on " + day));
        }
        if (!hasRoomFor(need)) {
            all.add(new Objection(
                    Objection.Kind.OVER_LIMIT,
                    "L2",
                    "has no room for " + Caseload.inCases(need.weight()) + " more: " + carries(need)));
        }
        return all;
    }

    private boolean hasRoomFor(Need need) {
        return load.has(need.participant()) || load.hasRoomFor(need.weight(), need.side(), need.limit());
    }

    String carries(Need need) {
        return "carries " + Caseload.inCases(load.weightPercent(need.side())) + " of " + need.limit() + " cases "
                + (need.side() == Caseload.Side.BEFORE ? "before" : "after") + " release";
    }

    /** Why they may see a participant who is held. */
    String cleared() {
        Clearance clearance = member.clearance();
        return "is cleared for the jail until " + clearance.validUntil();
    }

    /** As if the case were theirs. */
    Candidate taking(Need need, Instant now) {
        Caseload next = load.holding(need.participant(), need.side(), need.weight(), now);
        return new Candidate(member, next);
    }
}
