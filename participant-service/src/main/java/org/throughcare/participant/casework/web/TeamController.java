package org.throughcare.participant.casework.web;

import jakarta.validation.Valid;
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
import org.throughcare.participant.casework.AcceptingAHandover;
import org.throughcare.participant.casework.AssigningAPrimary;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.Handover;
import org.throughcare.participant.casework.JoiningATeam;
import org.throughcare.participant.casework.LeavingATeam;
import org.throughcare.participant.casework.OpeningAHandover;
import org.throughcare.participant.casework.RecommendingAPrimary;
import org.throughcare.participant.casework.TeamRole;
import org.throughcare.participant.casework.WorkingThroughAHandover;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

/** Who works on a case, and how it is handed over. */
@RestController
@RequestMapping("/participants/{participant}/case")
class TeamController {

    private final AssigningAPrimary assigning;
    private final RecommendingAPrimary recommending;
    private final JoiningATeam joining;
    private final LeavingATeam leaving;
    private final OpeningAHandover opening;
    private final WorkingThroughAHandover working;
    private final AcceptingAHandover accepting;
    private final Aliases aliases;
    private final BusinessClock clock;
    private final CaseAccess access;
    private final ReadAudit audit;

    TeamController(
            AssigningAPrimary assigning,
            RecommendingAPrimary recommending,
            JoiningATeam joining,
            LeavingATeam leaving,
            OpeningAHandover opening,
            WorkingThroughAHandover working,
            AcceptingAHandover accepting,
            Aliases aliases,
            BusinessClock clock,
            CaseAccess access,
            ReadAudit audit) {
        this.assigning = assigning;
        this.recommending = recommending;
        this.joining = joining;
        this.leaving = leaving;
        this.opening = opening;
        this.working = working;
        this.accepting = accepting;
        this.aliases = aliases;
        this.clock = clock;
        this.access = access;
        this.audit = audit;
    }

    /**
     * @param staff who answers for the participant from now on
     * @param setting where they work with them; that of their role when left out
     * @param overLimitBecause a supervisor's reason to go past the limit (L2)
     */
    record PrimaryRequest(
            @NotNull UUID staff,
            @Nullable Setting setting,
            @Nullable @Size(max = 500) String overLimitBecause) {}

    /**
     * Somebody else answers for the participant from now on (C6). 422 for who is not at work; 409 (L12) where they would work inside, the
     * participant is held, and they are not cleared for the jail today at the case's site; 409 (L2) past the limit without a
     * supervisor's {@code overLimitBecause}. Until then the former primary provider stays. Who says no setting works where their role
     * does.
     */
    @PostMapping("/primary")
    ResponseEntity<Object> assign(
            @PathVariable UUID participant, @Valid @RequestBody PrimaryRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(assigning.assign(
                command,
                participant,
                asked.staff(),
                asked.setting(),
                CaseController.grounds(asked.overLimitBecause(), caller)));
    }

    /**
     * Who could answer for the participant next, best first, each with what speaks for and against them (C6, L2, L12): whoever
     * did before, if they are at work, cleared where that is needed, and have room; then whoever carries least. Under an alias,
     * for the record that it was merged into (H8).
     */
    @GetMapping("/candidates")
    List<RecommendingAPrimary.Recommendation> candidates(@PathVariable UUID participant, Caller caller) {
        access.requireWrite(caller, participant.toString());
        UUID meant = aliases.survivorOf(participant);
        if (!meant.equals(participant)) {
            access.requireWrite(caller, meant.toString());
        }
        audit.read(caller, meant.toString(), "case");
        return recommending
                .recommend(meant)
                .orElseThrow(() -> ProblemException.notFound("participant", participant.toString()));
    }

    record TeamRequest(
            @NotNull UUID staff,
            @NotNull TeamRole role,
            @NotNull Setting setting) {}

    /** Somebody joins the team that works with the participant, with a role and a setting (L7). 422 for who is not at work. */
    @PostMapping("/team")
    ResponseEntity<Object> join(
            @PathVariable UUID participant, @Valid @RequestBody TeamRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(joining.join(command, participant, asked.staff(), asked.role(), asked.setting()));
    }

    /** Somebody leaves the team today. 409 for the primary provider, whose place somebody else takes first (C6). */
    @PostMapping("/team/{staff}/end")
    ResponseEntity<Object> leave(
            @PathVariable UUID participant, @PathVariable UUID staff, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(leaving.leave(command, participant, staff));
    }

    /**
     * @param to whom; left out for whoever accepts
     * @param dueOn day at the site; by policy from the expected day of release when left out
     */
    record HandoverRequest(
            @NotNull UUID id, @Nullable UUID to, @Nullable LocalDate dueOn) {}

    /**
     * A handover to staff outside is opened (L7), to one of them or to whoever accepts. The primary provider stays until it is
     * accepted (C6). 422 for who is not at work and for a day that has passed; 409 while another is open, and where the same staff go
     * on after release.
     */
    @PostMapping("/handover")
    ResponseEntity<Object> open(
            @PathVariable UUID participant, @Valid @RequestBody HandoverRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(opening.open(command, participant, asked.id(), asked.to(), asked.dueOn()));
    }

    record ItemRequest(Handover.@NotNull Item item) {}

    /** One item of the handover was dealt with. 409 when no handover is open. */
    @PostMapping("/handover/checklist")
    ResponseEntity<Object> tick(
            @PathVariable UUID participant, @Valid @RequestBody ItemRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(working.tick(command, participant, asked.item()));
    }

    /**
     * @param by the caller unless a supervisor accepts for someone
     * @param setting the community when left out
     * @param withoutBecause why it is accepted with items of the list open; asked for when there are any
     * @param overLimitBecause a supervisor's reason to go past the limit (L2)
     */
    record AcceptanceRequest(
            @Nullable UUID by,
            @Nullable Setting setting,
            @Nullable @Size(max = 500) String withoutBecause,
            @Nullable @Size(max = 500) String overLimitBecause) {}

    /**
     * Whom the handover goes to, or a supervisor for them, accepts it, and is the primary provider from then on (L7, C6). 409 (L12)
     * for who would take over inside, of somebody who is held, without a clearance for the jail.
     */
    @PostMapping("/handover/acceptance")
    ResponseEntity<Object> accept(
            @PathVariable UUID participant,
            @Valid @RequestBody AcceptanceRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        UUID by = asked.by();
        if (by != null && !by.toString().equals(caller.id()) && !maySupervise(caller)) {
            throw ProblemException.forbidden("A handover is accepted by whom it goes to, or by a supervisor for them.");
        }
        Setting setting = asked.setting();
        return answer(accepting.accept(
                command,
                new AcceptingAHandover.Asked(
                        participant,
                        by == null ? self(caller) : by,
                        setting == null ? Setting.COMMUNITY : setting,
                        asked.withoutBecause(),
                        CaseController.grounds(asked.overLimitBecause(), caller))));
    }

    static boolean maySupervise(Caller caller) {
        return caller.is(Role.SUPERVISOR, Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
    }

    /** The caller as a staff member. */
    static UUID self(Caller caller) {
        try {
            return UUID.fromString(caller.id());
        } catch (IllegalArgumentException notStaff) {
            throw ProblemException.invalid("staff", "C6", "Say which staff member, since you are none.");
        }
    }

    private ResponseEntity<Object> answer(Result<Case> result) {
        return Answers.of(
                result,
                "case",
                stored -> CaseView.of(stored.state(), clock.today(stored.state().zone())));
    }
}
