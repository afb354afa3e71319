package org.throughcare.platform.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Trails;

/** One participant's trail through this service. Whoever looks at it is on the audit record as a reader of the file. */
@RestController
class TrailController {

    private final Trails trails;
    private final ReadAudit audit;

    TrailController(Trails trails, ReadAudit audit) {
        this.trails = trails;
        this.audit = audit;
    }

    /**
     * What this service holds about one person and what it announced, for who has to find out where something went.
     *
     * @param limit how many entries of the journal, the newest first
     */
    @GetMapping("/operations/trails/{participant}")
    Trails.Trail trail(
            @PathVariable UUID participant,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            Caller caller) {
        OfOneGrantee.required();
        audit.read(caller, participant.toString(), "trail");
        return trails.of(participant.toString(), limit);
    }
}
