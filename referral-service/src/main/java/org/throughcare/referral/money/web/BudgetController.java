package org.throughcare.referral.money.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.People;
import org.throughcare.referral.money.Budget;
import org.throughcare.referral.money.BudgetSnapshot;

@RestController
class BudgetController {

    private static final int PAGE = 200;

    private final Aggregates<Budget> budgets;
    private final People people;
    private final CaseAccess access;
    private final ReadAudit audit;
    private final BusinessClock clock;

    BudgetController(
            Aggregates<Budget> budgets, People people, CaseAccess access, ReadAudit audit, BusinessClock clock) {
        this.budgets = budgets;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param total in dollars */
    record BudgetRequest(
            @NotNull UUID site,
            @NotBlank @Size(max = 100) String fundSource,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull @Digits(integer = 9, fraction = 2) BigDecimal total,
            @NotEmpty Set<Budget.@NotNull SpendingKind> allowable) {}

    /**
     * A budget of one fund source for supportive services is opened at a site, in dollars and for what it is allowable (H7); of one
     * that is there the total is changed. 422 for a total below what is approved or spent already.
     */
    @PutMapping("/budgets/{id}")
    ResponseEntity<Object> open(
            @PathVariable UUID id, @Valid @RequestBody BudgetRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Budgets are opened by the grantee's administrator.");
        }
        return summary(budgets.createOrChange(
                command,
                id.toString(),
                known -> known.map(budget -> budget.resize(asked.total()))
                        .orElseGet(() -> Budget.open(new Budget(
                                id,
                                asked.site(),
                                asked.fundSource(),
                                asked.from(),
                                asked.until(),
                                asked.total(),
                                asked.allowable(),
                                List.of())))));
    }

    /** A budget in dollars: total, asked for, approved and spent. */
    @GetMapping("/budgets/{id}")
    ResponseEntity<Object> budget(@PathVariable UUID id, Caller caller) {
        return Answers.found(approvable(id, caller), each -> BudgetSnapshot.of(each.state()));
    }

    /** @param amount in dollars */
    record MoneyRequest(
            @NotNull UUID id,
            @NotNull UUID participant,
            Budget.@NotNull SpendingKind kind,
            @NotNull @Digits(integer = 7, fraction = 2) BigDecimal amount) {}

    /**
     * Money is asked for, for one participant, in dollars (H7). 422 for what the fund source does not pay for; 409 on a day on which
     * the budget is not open.
     */
    @PostMapping("/budgets/{budget}/requests")
    ResponseEntity<Object> request(
            @PathVariable UUID budget, @Valid @RequestBody MoneyRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        LocalDate today = clock.today(people.participant(asked.participant())
                .map(KnownParticipant::zone)
                .map(ZoneId::of)
                .orElseThrow(() -> ProblemException.notFound(
                        "participant", asked.participant().toString())));
        Budget.Line line = new Budget.Line(
                asked.id(),
                asked.participant(),
                asked.kind(),
                asked.amount(),
                Budget.LineState.REQUESTED,
                today,
                caller.id(),
                null,
                null,
                null);
        return summary(budgets.change(command, budget.toString(), each -> each.request(line, today)));
    }

    /**
     * The request is approved; the amount is set aside. 403 for one's own request; 409 where less is left, and for one that was
     * decided.
     */
    @PostMapping("/budgets/{budget}/requests/{line}/approval")
    ResponseEntity<Object> approve(@PathVariable UUID budget, @PathVariable UUID line, Command command, Caller caller) {
        approvable(budget, caller);
        return summary(budgets.change(command, budget.toString(), each -> each.approve(line, caller.id())));
    }

    /** The request is refused; 409 for one that was decided. */
    @PostMapping("/budgets/{budget}/requests/{line}/refusal")
    ResponseEntity<Object> refuse(@PathVariable UUID budget, @PathVariable UUID line, Command command, Caller caller) {
        approvable(budget, caller);
        return summary(budgets.change(command, budget.toString(), each -> each.refuse(line, caller.id())));
    }

    /** @param amount what it came to, in dollars */
    record SpendingRequest(
            @NotNull @Digits(integer = 7, fraction = 2) BigDecimal amount,
            @NotNull LocalDate on) {}

    /** What an approved request came to, in dollars, never more than was approved. 409 for one that is not approved. */
    @PostMapping("/budgets/{budget}/requests/{line}/spending")
    ResponseEntity<Object> spend(
            @PathVariable UUID budget,
            @PathVariable UUID line,
            @Valid @RequestBody SpendingRequest asked,
            Command command,
            Caller caller) {
        approvable(budget, caller);
        return summary(
                budgets.change(command, budget.toString(), each -> each.spend(line, asked.amount(), asked.on())));
    }

    /** Braided funds side by side: each line with its fund source, whichever of the person's ids it was asked for under (H8). */
    record SupportLine(UUID budget, String fundSource, Budget.Line line) {}

    record SupportLines(List<SupportLine> items) {}

    /** All money that was asked for and spent for the person, funds side by side (H7). */
    @GetMapping("/participants/{participant}/support")
    SupportLines ofParticipant(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "supportive-service money"));
        Map<UUID, Budget> theirs = new LinkedHashMap<>();
        ids.stream()
                .flatMap(each -> budgets.where("lines.participant", each, PAGE).stream())
                .map(stored -> stored.state())
                .forEach(budget -> theirs.putIfAbsent(budget.id(), budget));
        return new SupportLines(theirs.values().stream()
                .flatMap(budget -> budget.lines().stream()
                        .filter(line -> ids.contains(line.participant().toString()))
                        .map(line -> new SupportLine(budget.id(), budget.fundSource(), line)))
                .toList());
    }

    /** A supervisor decides on the money of their own sites. */
    private Stored<Budget> approvable(UUID id, Caller caller) {
        boolean everywhere = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        if (!everywhere && !caller.is(Role.SUPERVISOR)) {
            throw ProblemException.forbidden("This is for supervisors and the grantee's administrator.");
        }
        Stored<Budget> stored =
                budgets.find(id.toString()).orElseThrow(() -> ProblemException.notFound("budget", id.toString()));
        if (!everywhere && !caller.sites().contains(stored.state().site().toString())) {
            throw ProblemException.forbidden("You do not work at the site whose money this is.");
        }
        return stored;
    }

    private static ResponseEntity<Object> summary(Result<Budget> result) {
        return Answers.of(result, "budget", stored -> BudgetSnapshot.of(stored.state()));
    }
}
