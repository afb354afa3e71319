package org.throughcare.platform.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Grantees.Grantee;
import org.throughcare.platform.web.ProblemException;

/** The registry of grantees. An administrator sees the own grantee; only operators see and change others. */
@RestController
@RequestMapping("/operations/grantees")
class GranteesController {

    private final Grantees grantees;

    GranteesController(Grantees grantees) {
        this.grantees = grantees;
    }

    record GranteeRequest(@NotEmpty Set<@NotBlank String> issuers) {}

    record GranteesView(List<Grantee> grantees) {}

    /** The grantees that this service serves. */
    @GetMapping
    GranteesView all(Caller caller) {
        return new GranteesView(grantees.known().stream()
                .filter(each -> caller.is(Role.SYSTEM) || each.id().equals(caller.grantee()))
                .toList());
    }

    /** A grantee is served from now on; it is ready once its databases are. */
    @PutMapping("/{id}")
    ResponseEntity<Grantee> serve(Caller caller, @PathVariable String id, @Valid @RequestBody GranteeRequest request) {
        if (!caller.is(Role.SYSTEM)) {
            throw ProblemException.forbidden("Only operators register grantees and say who may speak for them.");
        }
        try {
            grantees.serve(id, request.issuers());
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid("id", "format", String.valueOf(notAnId.getMessage()));
        }
        return grantees.known().stream()
                .filter(each -> each.id().equals(id))
                .findAny()
                .map(ResponseEntity::ok)
                .orElseThrow();
    }
}
