package org.throughcare.referral.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.directory.RegisteringAPartner;

@RestController
@RequestMapping("/partners/{id}")
class PartnerController {

    private final Aggregates<Partner> partners;
    private final RegisteringAPartner registering;

    PartnerController(Aggregates<Partner> partners, RegisteringAPartner registering) {
        this.partners = partners;
        this.registering = registering;
    }

    /** @param active true when left out */
    record PartnerRequest(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty List<@NotNull NeedKind> kinds,
            @NotNull Partner.Delivery delivery,
            @Nullable UUID organization,
            @Nullable Boolean communityCentre,
            @Nullable Boolean active) {}

    /** A partner that referrals can go to, and how they reach it. */
    @PutMapping
    ResponseEntity<Object> register(
            @PathVariable UUID id, @Valid @RequestBody PartnerRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Partners are registered by the grantee's administrator.");
        }
        Partner partner = new Partner(
                id,
                asked.name(),
                asked.kinds(),
                asked.delivery(),
                asked.organization(),
                Boolean.TRUE.equals(asked.communityCentre()),
                !Boolean.FALSE.equals(asked.active()));
        return Answers.of(registering.register(command, partner), "partner", Stored::state);
    }

    /** One partner. Partners' staff see their own alone. */
    @GetMapping
    ResponseEntity<Object> partner(@PathVariable UUID id, Caller caller) {
        if (caller.is(Role.PARTNER_STAFF) && !caller.id().equals(id.toString())) {
            throw ProblemException.notFound("partner", id.toString());
        }
        return partners.find(id.toString())
                .map(stored -> Answers.found(stored, Stored::state))
                .orElseThrow(() -> ProblemException.notFound("partner", id.toString()));
    }
}
