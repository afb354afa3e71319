package org.throughcare.participant.staff.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.Clearance;
import org.throughcare.participant.staff.ClearingForJail;
import org.throughcare.participant.staff.JoiningTheStaff;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/staff")
class StaffController {

    private static final int MANY = 500;

    private final Aggregates<StaffMember> staff;
    private final JoiningTheStaff joining;
    private final ClearingForJail clearing;

    StaffController(Aggregates<StaffMember> staff, JoiningTheStaff joining, ClearingForJail clearing) {
        this.staff = staff;
        this.joining = joining;
        this.clearing = clearing;
    }

    record ContactCardRequest(
            @Nullable String phone,
            @Nullable @Email String email,
            @Nullable String office) {}

    /**
     * What is on record of a staff member.
     *
     * @param sites where they work; days are counted in {@code zone}
     * @param settings jail, community or virtual
     * @param contactCard what participants are given of it before release (L15)
     */
    record StaffRequest(
            @NotBlank String name,
            @NotNull Role role,
            @NotNull ZoneId zone,
            @NotNull List<@NotNull UUID> sites,
            @NotNull List<@NotNull Setting> settings,
            @Nullable @Valid ContactCardRequest contactCard) {

        StaffMember.Details details() {
            ContactCardRequest card = contactCard;
            return new StaffMember.Details(
                    name,
                    role,
                    zone,
                    sites,
                    settings,
                    card == null
                            ? new StaffMember.ContactCard(null, null, null)
                            : new StaffMember.ContactCard(card.phone(), card.email(), card.office()));
        }
    }

    /** Somebody joins the staff, or their record changes. To change a record that is there, say which revision is meant. */
    @PutMapping("/{id}")
    ResponseEntity<Object> put(
            @PathVariable UUID id, @Valid @RequestBody StaffRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Staff records are kept by the grantee's administrator.");
        }
        if (command.expectedRevision() == null
                && staff.find(id.toString())
                        .filter(before -> !before.state().says(asked.details()))
                        .isPresent()) {
            throw ProblemException.preconditionRequired();
        }
        return Answers.of(joining.joinOrChange(command, id, asked.details()), "staff member", StaffController::view);
    }

    record ClearanceRequest(
            @NotNull Clearance.State state, @Nullable LocalDate validUntil) {}

    /**
     * The clearance to work inside the jail, and until when it holds, as a day at the site (L12). By administrators, and by
     * supervisors of the staff member's sites.
     */
    @PostMapping("/{id}/clearance")
    ResponseEntity<Object> clear(
            @PathVariable UUID id, @Valid @RequestBody ClearanceRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Clearances are recorded by a supervisor or administrator.");
        }
        if (caller.is(Role.SUPERVISOR)
                && staff.find(id.toString())
                        .filter(member -> !member.state().worksAtOneOf(caller.sites()))
                        .isPresent()) {
            throw ProblemException.forbidden("This staff member works at none of your sites.");
        }
        return Answers.of(
                clearing.clear(command, id, asked.state(), asked.validUntil()), "staff member", StaffController::view);
    }

    /** One staff member: role, sites, settings, contact card and clearance. */
    @GetMapping("/{id}")
    ResponseEntity<Object> member(@PathVariable UUID id) {
        return staff.find(id.toString())
                .map(stored -> Answers.found(stored, StaffController::view))
                .orElseThrow(() -> ProblemException.notFound("staff member", id.toString()));
    }

    /** Who works at a site now. */
    @GetMapping
    List<StaffMemberSnapshot> at(@RequestParam UUID site) {
        return staff.where("sites", site.toString(), MANY).stream()
                .map(Stored::state)
                .filter(StaffMember::active)
                .map(StaffMemberSnapshot::of)
                .toList();
    }

    private static Object view(Stored<StaffMember> stored) {
        return StaffMemberSnapshot.of(stored.state());
    }
}
