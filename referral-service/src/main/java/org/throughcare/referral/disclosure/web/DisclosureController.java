package org.throughcare.referral.disclosure.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.DisclosureSnapshot;

/** The accounting of disclosures: what left about a person, for whom, when, and under which release. */
@RestController
class DisclosureController {

    private static final int PAGE = 500;

    private final Aggregates<Disclosure> disclosures;
    private final CaseAccess access;
    private final ReadAudit audit;

    DisclosureController(Aggregates<Disclosure> disclosures, CaseAccess access, ReadAudit audit) {
        this.disclosures = disclosures;
        this.access = access;
        this.audit = audit;
    }

    /** @param items oldest first */
    record Accounting(List<DisclosureSnapshot> items) {}

    /** Of the person, under whichever of their ids something left, and whichever is named (H8). */
    @GetMapping("/participants/{participant}/disclosures")
    Accounting of(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "disclosures"));
        return new Accounting(ids.stream()
                .flatMap(each -> disclosures.where("participant", each, PAGE).stream())
                .map(stored -> DisclosureSnapshot.of(stored.state()))
                .sorted(Comparator.comparing(DisclosureSnapshot::decidedAt))
                .toList());
    }
}
