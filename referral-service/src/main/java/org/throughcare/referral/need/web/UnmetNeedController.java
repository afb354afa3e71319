package org.throughcare.referral.need.web;

import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.People;
import org.throughcare.referral.need.UnmetNeed;

@RestController
class UnmetNeedController {

    private static final int PAGE = 200;

    private final Aggregates<UnmetNeed> needs;
    private final People people;
    private final CaseAccess access;
    private final ReadAudit audit;
    private final BusinessClock clock;

    UnmetNeedController(
            Aggregates<UnmetNeed> needs, People people, CaseAccess access, ReadAudit audit, BusinessClock clock) {
        this.needs = needs;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param tried referrals that came to nothing */
    record UnmetNeedRequest(
            @NotNull UUID participant,
            @NotNull NeedKind kind,
            UnmetNeed.@NotNull Why why,
            @Nullable List<@NotNull UUID> tried) {}

    /** A need that nobody could meet, and why; gaps are reported by it (C8). */
    @PutMapping("/unmet-needs/{id}")
    ResponseEntity<Object> record(
            @PathVariable UUID id, @Valid @RequestBody UnmetNeedRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        KnownParticipant participant = people.participant(asked.participant())
                .orElseThrow(() -> ProblemException.notFound(
                        "participant", asked.participant().toString()));
        UUID by = caller.is(Role.SYSTEM) ? Command.derived("system", caller.id()) : UUID.fromString(caller.id());
        List<UUID> tried = asked.tried();
        UnmetNeed need = new UnmetNeed(
                id,
                asked.participant(),
                UUID.fromString(participant.site()),
                asked.kind(),
                asked.why(),
                tried == null ? List.of() : tried,
                clock.today(ZoneId.of(participant.zone())),
                by,
                null);
        return Answers.of(
                needs.create(command, id.toString(), () -> UnmetNeed.record(need)), "unmet need", Stored::state);
    }

    /** @param on day at the site */
    record NeedMetRequest(@NotNull LocalDate on) {}

    /** It was met after all. 422 for a day before it was recorded. */
    @PostMapping("/unmet-needs/{id}/met")
    ResponseEntity<Object> met(
            @PathVariable UUID id, @Valid @RequestBody NeedMetRequest asked, Command command, Caller caller) {
        UnmetNeed need = needs.find(id.toString())
                .map(Stored::state)
                .orElseThrow(() -> ProblemException.notFound("unmet need", id.toString()));
        access.requireWrite(caller, need.participant().toString());
        return Answers.of(
                needs.change(command, id.toString(), each -> each.met(asked.on())), "unmet need", Stored::state);
    }

    record UnmetNeeds(List<UnmetNeed> items) {}

    /** Under all ids of the person, whichever is named (H8). */
    @GetMapping("/participants/{participant}/unmet-needs")
    UnmetNeeds of(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "unmet needs"));
        return new UnmetNeeds(ids.stream()
                .flatMap(each -> needs.where("participant", each, PAGE).stream())
                .map(Stored::state)
                .toList());
    }
}
