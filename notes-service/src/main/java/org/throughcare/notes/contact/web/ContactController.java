package org.throughcare.notes.contact.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.note.Method;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

@RestController
class ContactController {

    private final KeepingTheLedger ledgers;
    private final ContactsDue due;
    private final Known known;
    private final CaseAccess access;
    private final ReadAudit audit;
    private final InstantSource clock;

    ContactController(
            KeepingTheLedger ledgers,
            ContactsDue due,
            Known known,
            CaseAccess access,
            ReadAudit audit,
            InstantSource clock) {
        this.ledgers = ledgers;
        this.due = due;
        this.known = known;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param metBy the methods that meet it
     * @param lastMetOn the last contact that did
     */
    record ObligationView(
            String programme,
            LocalDate since,
            ContactTerms.Unit unit,
            int everyDays,
            List<Method> metBy,
            int policyVersion,
            @Nullable LocalDate lastMetOn,
            LocalDate dueOn,
            boolean overdue) {}

    /** @param nextDueOn the strictest obligation's; absent when nothing is owed */
    record Compliance(
            String participant,
            @Nullable Integer year,
            int contacts,
            int attempts,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastAttemptOn,
            @Nullable LocalDate nextDueOn,
            boolean overdue,
            @Nullable LocalDate lapseSince,
            List<ObligationView> obligations) {}

    /**
     * Of a person with several ids the one answer that their survivor's ledger gives, with what was counted under all of them,
     * whichever is named (H8). To whom only an alias is open, what was counted under that.
     */
    @GetMapping("/participants/{participant}/contact-compliance")
    Compliance compliance(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        String survivor = known.survivorOf(participant.toString());
        String id = ids.contains(survivor) ? survivor : participant.toString();
        if (known.participant(id).isEmpty()) {
            throw ProblemException.notFound("participant", id);
        }
        ids.forEach(each -> audit.read(caller, each, "contact compliance"));
        return ledgers.current(id)
                .map(stored -> compliance(stored.state()))
                .orElseGet(() -> new Compliance(id, null, 0, 0, null, null, null, false, null, List.of()));
    }

    private Compliance compliance(ContactLedger ledger) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ledger.terms().zone());
        List<ObligationView> obligations = ledger.standings().stream()
                .map(each -> new ObligationView(
                        each.obligation().id(),
                        each.obligation().since(),
                        each.obligation().cycle().unit(),
                        each.obligation().cycle().days(),
                        each.obligation().methods().stream()
                                .sorted(Comparator.naturalOrder())
                                .toList(),
                        each.obligation().policyVersion(),
                        each.lastMetOn(),
                        each.dueOn(),
                        each.overdueOn(today)))
                .toList();
        return new Compliance(
                ledger.participant(),
                ledger.year(),
                ledger.contacts(),
                ledger.attempts(),
                ledger.lastContactOn(),
                ledger.lastAttemptOn(),
                ledger.nextDueOn(),
                obligations.stream().anyMatch(ObligationView::overdue),
                ledger.lapse(),
                obligations);
    }

    record DueView(
            String participant,
            @Nullable String site,
            @Nullable String worker,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastAttemptOn,
            @Nullable LocalDate nextDueOn,
            boolean overdue) {}

    /** @param rows the soonest due first */
    record ContactsDueReport(LocalDate until, List<DueView> rows) {}

    /**
     * Case managers see their own list or their sites'; supervisors and monitors their sites'; administrators all. A person with
     * several ids is on it once, under the one that stands for them.
     */
    @GetMapping("/reports/contacts-due")
    ContactsDueReport contactsDue(
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            Caller caller) {
        String whose = worker == null ? null : worker.toString();
        String where = site == null ? null : site.toString();
        requireMayAsk(caller, whose, where);
        LocalDate last = until == null
                ? LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")).plusDays(7)
                : until;
        List<DueView> rows =
                due.due(whose, where, last, limit).stream().map(this::view).toList();
        return new ContactsDueReport(last, rows);
    }

    private static void requireMayAsk(Caller caller, @Nullable String worker, @Nullable String site) {
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        boolean own = caller.id().equals(worker) && !caller.is(Role.PARTNER_STAFF);
        boolean theirSite = site != null && caller.sites().contains(site);
        if (!all && !own && !theirSite) {
            throw ProblemException.forbidden("Ask for your own list, or for a site that is yours.");
        }
    }

    private DueView view(ContactsDue.Row row) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(row.zone()));
        LocalDate next = row.nextDueOn();
        return new DueView(
                row.participant(),
                row.site(),
                row.worker(),
                row.lastContactOn(),
                row.lastAttemptOn(),
                next,
                next != null && today.isAfter(next));
    }
}
