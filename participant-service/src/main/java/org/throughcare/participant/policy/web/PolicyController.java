package org.throughcare.participant.policy.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.throughcare.participant.policy.AcknowledgingAPolicy;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.policy.ProgrammePolicy;
import org.throughcare.participant.policy.PublishingAPolicy;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/policies")
class PolicyController {

    private final Aggregates<ProgrammePolicy> policies;
    private final PoliciesInForce inForce;
    private final PublishingAPolicy publishing;
    private final AcknowledgingAPolicy acknowledging;

    PolicyController(
            Aggregates<ProgrammePolicy> policies,
            PoliciesInForce inForce,
            PublishingAPolicy publishing,
            AcknowledgingAPolicy acknowledging) {
        this.policies = policies;
        this.inForce = inForce;
        this.publishing = publishing;
        this.acknowledging = acknowledging;
    }

    /**
     * What is published.
     *
     * @param site left out for all sites of the grantee
     * @param effectiveFrom first day on which it binds
     * @param zone in which that day and the days to acknowledge it are counted
     */
    record PublishRequest(
            @NotNull Programme programme,
            @Nullable UUID site,
            @NotNull LocalDate effectiveFrom,
            @NotNull ZoneId zone,
            @NotNull PolicyValues values) {}

    /**
     * What binds a programme from a day on is published, for all sites or for one. To publish other values for a day that has some,
     * say which revision is meant.
     */
    @PutMapping("/{id}")
    ResponseEntity<Object> publish(
            @PathVariable UUID id, @Valid @RequestBody PublishRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Policies are published by the grantee's administrator.");
        }
        ProgrammePolicy.Publication publication = new ProgrammePolicy.Publication(
                asked.programme(), asked.site(), asked.effectiveFrom(), asked.zone(), asked.values());
        if (command.expectedRevision() == null
                && policies.find(id.toString())
                        .filter(before -> !before.state().values().equals(asked.values()))
                        .isPresent()) {
            throw ProblemException.preconditionRequired();
        }
        return Answers.of(publishing.publish(command, id, publication), "programme policy", Stored::state);
    }

    /** One policy as published, with its versions and who acknowledged the current one. */
    @GetMapping("/{id}")
    ResponseEntity<Object> policy(@PathVariable UUID id) {
        return policies.find(id.toString())
                .map(stored -> Answers.found(stored, Stored::state))
                .orElseThrow(() -> ProblemException.notFound("programme policy", id.toString()));
    }

    /**
     * The values that bind a programme at a site on a day: the site's own before the programme's, the latest effective first; those
     * that ship with the suite, as version 0, where none was published.
     */
    @GetMapping("/in-force")
    PolicyInForce inForce(
            @RequestParam Programme programme,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam LocalDate on) {
        return inForce.on(programme, site, on);
    }

    /** The id under which a policy for this programme, site and day is to be put. */
    @GetMapping("/id")
    PolicyId id(
            @RequestParam Programme programme,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam LocalDate effectiveFrom) {
        return new PolicyId(ProgrammePolicy.idOf(programme, site, effectiveFrom));
    }

    record PolicyId(UUID id) {}

    /** The caller has read the current version. */
    @PostMapping("/{id}/acknowledgements")
    ResponseEntity<Object> acknowledge(@PathVariable UUID id, Command command, Caller caller) {
        if (!caller.is(
                Role.JAIL_CASE_MANAGER, Role.COMMUNITY_CASE_MANAGER, Role.SUPERVISOR, Role.GRANTEE_ADMINISTRATOR)) {
            throw ProblemException.forbidden("Policies are acknowledged by staff.");
        }
        return Answers.of(
                acknowledging.acknowledge(command, id, UUID.fromString(caller.id())),
                "programme policy",
                Stored::state);
    }
}
