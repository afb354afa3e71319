package org.throughcare.scheduling.calendar.web;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.calendar.CalendarAddresses;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.calendar.WorkersCalendar;
import org.throughcare.scheduling.worker.WorkerAccess;

/** Y16: calendars for programs that cannot sign in, under a secret address that its worker can replace or revoke. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final WorkerAccess ownWork;
    private final CalendarAddresses addresses;
    private final WorkersCalendar calendars;
    private final Grantees grantees;

    CalendarController(
            CalendarAddresses addresses, WorkersCalendar calendars, Grantees grantees, WorkerAccess ownWork) {
        this.ownWork = ownWork;
        this.addresses = addresses;
        this.calendars = calendars;
        this.grantees = grantees;
    }

    /** @param path to be kept secret; shown this once */
    record Address(String path) {}

    /** A new address; the former one is dead at once. */
    @PostMapping("/workers/{worker}/calendar-address")
    Address issue(@PathVariable UUID worker, Command command, Caller caller) {
        ownWork.require(caller, worker.toString());
        return new Address("/calendars/" + addresses.issue(worker.toString()) + ".ics");
    }

    /** The address is dead at once, and there is none until another is asked for (Y16). */
    @PostMapping("/workers/{worker}/calendar-address/revocation")
    ResponseEntity<Void> revoke(@PathVariable UUID worker, Command command, Caller caller) {
        ownWork.require(caller, worker.toString());
        addresses.revoke(worker.toString());
        return ResponseEntity.noContent().build();
    }

    /** Signed in, one's own calendar under a plain address. */
    @GetMapping("/workers/{worker}/calendar.ics")
    ResponseEntity<String> own(@PathVariable UUID worker, Caller caller) {
        ownWork.require(caller, worker.toString());
        return answer(calendars.of(worker.toString()));
    }

    /** The address is the credential (Y16). 404 when it is unknown, replaced or revoked. */
    @GetMapping("/calendars/{secret}.ics")
    ResponseEntity<String> subscribed(@PathVariable String secret) throws Exception {
        CalendarAddresses.Subscriber subscriber = addresses
                .open(secret)
                .filter(s -> grantees.serves(s.grantee()))
                .orElseThrow(() -> ProblemException.notFound("calendar", "under this address"));
        return new Scope(subscriber.grantee(), Actor.staff(subscriber.worker()), "")
                .call(() -> answer(calendars.of(subscriber.worker())));
    }

    private static ResponseEntity<String> answer(String calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(calendar);
    }
}
