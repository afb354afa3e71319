package org.throughcare.participant.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;

/** Who works where and carries what, and what cases ask of them; as it is now, and changing nothing. */
public final class Workforce {

    /** More than anybody answered for or works at one site; it is there so that a look-up has an end. */
    private static final int ALL = 20_000;

    private final Aggregates<StaffMember> staff;
    private final Aggregates<Caseload> caseloads;
    private final Aggregates<Case> cases;
    private final CustodyRecords custodies;
    private final CaseTerms terms;
    private final Resting<Case> resting;

    public Workforce(
            Aggregates<StaffMember> staff,
            Aggregates<Caseload> caseloads,
            Aggregates<Case> cases,
            CustodyRecords custodies,
            CaseTerms terms,
            Resting<Case> resting) {
        this.staff = staff;
        this.caseloads = caseloads;
        this.cases = cases;
        this.custodies = custodies;
        this.terms = terms;
        this.resting = resting;
    }

    /** The people a worker answers for by an open case, each once: a case that rests behind another of theirs is left out (H8). */
    List<Stored<Case>> openCasesOf(UUID worker) {
        return everyOpenCaseOf(worker).stream()
                .filter(each -> !resting.rests(each.state().participant()))
                .toList();
    }

    /** All that must not stay with a worker who left, those that rest as well. Closed ones are many more, with the years. */
    List<Stored<Case>> everyOpenCaseOf(UUID worker) {
        return cases.where("primary", worker.toString(), ALL).stream()
                .filter(each -> each.state().state() == Case.State.OPEN)
                .toList();
    }

    /** Cases that someone is or was on the team of. */
    List<Stored<Case>> casesWith(UUID worker) {
        return cases.where("team.members.staff", worker.toString(), ALL);
    }

    Optional<Candidate> candidate(UUID worker) {
        return staff.find(worker.toString()).map(Stored::state).map(this::candidate);
    }

    List<Candidate> candidates(List<UUID> workers) {
        return workers.stream()
                .distinct()
                .flatMap(each -> candidate(each).stream())
                .toList();
    }

    /** The case managers at work at a site. */
    List<Candidate> caseManagersAt(UUID site) {
        return at(site).stream()
                .filter(each -> each.role() == Role.JAIL_CASE_MANAGER || each.role() == Role.COMMUNITY_CASE_MANAGER)
                .map(this::candidate)
                .toList();
    }

    /** Those who answer for a site where no case manager is left. */
    List<Candidate> supervisorsAt(UUID site) {
        return at(site).stream()
                .filter(each -> each.role() == Role.SUPERVISOR)
                .map(this::candidate)
                .toList();
    }

    private List<StaffMember> at(UUID site) {
        return staff.where("sites", site.toString(), ALL).stream()
                .map(Stored::state)
                .filter(StaffMember::active)
                .toList();
    }

    private Candidate candidate(StaffMember member) {
        return new Candidate(
                member,
                caseloads.find(member.id().toString()).map(Stored::state).orElseGet(() -> Caseload.of(member.id())));
    }

    List<Need> needs(List<Case> of) {
        Map<UUID, PolicyInForce> policies = new HashMap<>();
        return of.stream()
                .map(each -> need(
                        each,
                        policies.computeIfAbsent(
                                each.site(), site -> terms.at(site).policy())))
                .toList();
    }

    Need need(Case of) {
        return need(of, terms.at(of.site()).policy());
    }

    private Need need(Case of, PolicyInForce policy) {
        return new Need(
                of.participant(),
                of.side(),
                held(of.participant()),
                of.weightPercent(),
                CaseTerms.limit(policy, of.side()));
    }

    /** Of someone without a case yet: an ordinary one. */
    Need need(UUID participant, UUID site) {
        Optional<CustodyFacts> custody = custody(participant);
        Caseload.Side side =
                custody.filter(CustodyFacts::released).isPresent() ? Caseload.Side.AFTER : Caseload.Side.BEFORE;
        return new Need(
                participant,
                side,
                custody.isPresent() && side == Caseload.Side.BEFORE,
                Caseload.ORDINARY,
                CaseTerms.limit(terms.at(site).policy(), side));
    }

    boolean held(UUID participant) {
        return custody(participant).filter(each -> !each.released()).isPresent();
    }

    private Optional<CustodyFacts> custody(UUID participant) {
        return custodies.of(participant).map(Stored::state).map(CustodyFacts::of);
    }
}
