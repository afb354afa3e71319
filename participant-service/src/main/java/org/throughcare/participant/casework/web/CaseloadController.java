package org.throughcare.participant.casework.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.Caseload;
import org.throughcare.participant.casework.LeavingTheStaff;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

/** What one worker carries, and who takes it over when they leave. */
@RestController
@RequestMapping("/staff/{id}")
class CaseloadController {

    private static final int MANY = 1000;

    private final Aggregates<Caseload> caseloads;
    private final Aggregates<StaffMember> staff;
    private final Aggregates<Case> cases;
    private final SitePolicies sites;
    private final LeavingTheStaff leaving;

    CaseloadController(
            Aggregates<Caseload> caseloads,
            Aggregates<StaffMember> staff,
            Aggregates<Case> cases,
            SitePolicies sites,
            LeavingTheStaff leaving) {
        this.caseloads = caseloads;
        this.staff = staff;
        this.cases = cases;
        this.sites = sites;
        this.leaving = leaving;
    }

    /** @param limit of the worker's first site; more than that needs a supervisor's reason (L2) */
    record Load(long count, @Nullable Integer limit) {}

    record CaseloadView(UUID staff, Load before, Load after, List<Caseload.Place> places) {}

    @GetMapping("/caseload")
    CaseloadView caseload(@PathVariable UUID id, Caller caller) {
        requireOwnOrSupervisor(id, caller);
        StaffMember member = staff.find(id.toString())
                .map(Stored::state)
                .orElseThrow(() -> ProblemException.notFound("staff member", id.toString()));
        Caseload load = caseloads.find(id.toString()).map(Stored::state).orElseGet(() -> new Caseload(id, List.of()));
        @Nullable
        PolicyValues values = member.sites().isEmpty()
                ? null
                : sites.today(member.sites().getFirst())
                        .map(there -> there.policy().values())
                        .orElse(null);
        return new CaseloadView(
                id,
                new Load(load.count(Caseload.Side.BEFORE), values == null ? null : values.caseloadLimitBefore()),
                new Load(load.count(Caseload.Side.AFTER), values == null ? null : values.caseloadLimitAfter()),
                load.places());
    }

    /** What a departure would move. */
    record DeparturePreview(int cases, int openHandovers) {}

    @GetMapping("/departure/preview")
    DeparturePreview preview(@PathVariable UUID id, Caller caller) {
        requireSupervisor(id, caller);
        List<Case> open = cases.where("primary", id.toString(), MANY).stream()
                .map(Stored::state)
                .filter(each -> each.state() == Case.State.OPEN)
                .toList();
        return new DeparturePreview(open.size(), (int)
                open.stream().filter(each -> each.pendingHandover() != null).count());
    }

    record DepartureRequest(
            @NotNull LocalDate lastDay,
            @NotNull List<@NotNull UUID> successors,
            @NotBlank @Size(max = 500) String reason) {}

    /** The cases move within seconds, one by one; each announces its new worker. */
    @PostMapping("/departure")
    ResponseEntity<Object> leave(
            @PathVariable UUID id, @Valid @RequestBody DepartureRequest asked, Command command, Caller caller) {
        requireSupervisor(id, caller);
        return Answers.of(
                leaving.leave(
                        command, new LeavingTheStaff.Asked(id, asked.lastDay(), asked.successors(), asked.reason())),
                "staff member",
                stored -> StaffMemberSnapshot.of(stored.state()));
    }

    private void requireOwnOrSupervisor(UUID id, Caller caller) {
        if (!caller.id().equals(id.toString())) {
            requireSupervisor(id, caller);
        }
    }

    /** A supervisor's say ends with the sites they work at. */
    private void requireSupervisor(UUID id, Caller caller) {
        if (!TeamController.maySupervise(caller)) {
            throw ProblemException.forbidden("Caseloads of others are seen and moved by supervisors.");
        }
        if (caller.is(Role.SUPERVISOR)
                && staff.find(id.toString())
                        .filter(member -> !member.state().worksAtOneOf(caller.sites()))
                        .isPresent()) {
            throw ProblemException.forbidden("This staff member works at none of your sites.");
        }
    }
}
