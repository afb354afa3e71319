package org.throughcare.participant.casework.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.casework.Caseload;
import org.throughcare.participant.casework.LeavingTheStaff;
import org.throughcare.participant.casework.PreviewingADeparture;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.participant.staff.WithdrawingADeparture;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

/** What one worker carries, and who takes it over when they leave. */
@RestController
@RequestMapping("/staff/{id}")
class CaseloadController {

    private final Aggregates<Caseload> caseloads;
    private final Aggregates<StaffMember> staff;
    private final SitePolicies sites;
    private final PreviewingADeparture previewing;
    private final LeavingTheStaff leaving;
    private final WithdrawingADeparture withdrawing;
    private final BusinessClock clock;

    CaseloadController(
            Aggregates<Caseload> caseloads,
            Aggregates<StaffMember> staff,
            SitePolicies sites,
            PreviewingADeparture previewing,
            LeavingTheStaff leaving,
            WithdrawingADeparture withdrawing,
            BusinessClock clock) {
        this.caseloads = caseloads;
        this.staff = staff;
        this.sites = sites;
        this.previewing = previewing;
        this.leaving = leaving;
        this.withdrawing = withdrawing;
        this.clock = clock;
    }

    /**
     * @param count people
     * @param cases what they count for by their levels of care, in ordinary cases (H5)
     * @param limit of the worker's first site, in ordinary cases; more than that needs a supervisor's reason (L2)
     * @param past the limit is passed
     */
    record Load(long count, BigDecimal cases, @Nullable Integer limit, boolean past) {
        static Load of(Caseload load, Caseload.Side side, @Nullable Integer limit) {
            int weight = load.weightPercent(side);
            return new Load(
                    load.count(side),
                    BigDecimal.valueOf(weight, 2),
                    limit,
                    limit != null && weight > limit * Caseload.ORDINARY);
        }
    }

    record CaseloadView(UUID staff, Load before, Load after, List<Caseload.Place> places) {}

    /**
     * The people whom a worker answers for, and how many cases that is before and after release, against the limits of their first
     * site (L2, L17). 403 for another's, except for supervisors of their sites, administrators and the suite.
     */
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
                Load.of(load, Caseload.Side.BEFORE, values == null ? null : values.caseloadLimitBefore()),
                Load.of(load, Caseload.Side.AFTER, values == null ? null : values.caseloadLimitAfter()),
                load.counted());
    }

    /**
     * What a departure would move, where each case would go, and what would stand in the way (L12, L2). It changes nothing, and
     * says what would happen as things are now.
     *
     * @param lastDay at the staff member's site; today when left out
     * @param successors whom to try; a case for which none is at work has no {@code to}
     * @param rule how they share
     */
    @GetMapping("/departure/preview")
    PreviewingADeparture.Outlook preview(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate lastDay,
            @RequestParam(required = false) @Nullable List<UUID> successors,
            @RequestParam(required = false) StaffMember.@Nullable SplitRule rule,
            Caller caller) {
        requireSupervisor(id, caller);
        return previewing.preview(
                id,
                lastDay == null ? today(id) : lastDay,
                successors == null ? List.of() : successors,
                rule == null ? StaffMember.SplitRule.LOWEST_LOAD : rule);
    }

    private LocalDate today(UUID worker) {
        ZoneId zone =
                staff.find(worker.toString()).map(found -> found.state().zone()).orElse(ZoneOffset.UTC);
        return clock.today(zone);
    }

    /**
     * @param lastDay a day at the staff member's site, worked in full: the departure takes effect when it has ended there
     * @param successors one for all, or several to split between
     * @param rule how several share; by lowest load when left out
     * @param overLimitBecause asked for where no successor has room (L2)
     */
    record DepartureRequest(
            @NotNull LocalDate lastDay,
            @NotNull List<@NotNull UUID> successors,
            StaffMember.@Nullable SplitRule rule,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 500) String overLimitBecause) {

        LeavingTheStaff.Asked by(UUID staff) {
            return new LeavingTheStaff.Asked(
                    staff,
                    lastDay,
                    successors,
                    rule == null ? StaffMember.SplitRule.LOWEST_LOAD : rule,
                    reason,
                    overLimitBecause);
        }
    }

    /**
     * Somebody leaves (L12). With a last day that has passed, the cases move within seconds, one by one, and each announces its new
     * worker; with today or a day ahead the departure is kept, and that happens when the last day has ended at the staff member's
     * site. Asked for again before then, it is planned anew. 409 when a case would be left with nobody, or a participant who is held with
     * nobody who is cleared; and (L2) past the limits without {@code overLimitBecause}.
     */
    @PostMapping("/departure")
    ResponseEntity<Object> leave(
            @PathVariable UUID id, @Valid @RequestBody DepartureRequest asked, Command command, Caller caller) {
        requireSupervisor(id, caller);
        return Answers.of(
                leaving.leave(command, asked.by(id)), "staff member", stored -> StaffMemberSnapshot.of(stored.state()));
    }

    /** They stay after all (L12). 409 once they have left. */
    @PostMapping("/departure/withdrawal")
    ResponseEntity<Object> stay(@PathVariable UUID id, Command command, Caller caller) {
        requireSupervisor(id, caller);
        return Answers.of(
                withdrawing.withdraw(command, id), "staff member", stored -> StaffMemberSnapshot.of(stored.state()));
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
