package org.throughcare.participant.calendar.web;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.calendar.CaseloadCalendar;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.calendar.CalendarAddresses;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.ProblemException;

/**
 * Y16 (youth case management procedure): exits, follow-ups and plan reviews for calendar programs that cannot sign in, under a secret
 * address that its worker can replace or revoke.
 */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarAddresses addresses;
    private final CaseloadCalendar calendars;
    private final Grantees grantees;
    private final Aggregates<StaffMember> staff;

    CalendarController(
            CalendarAddresses addresses, CaseloadCalendar calendars, Grantees grantees, Aggregates<StaffMember> staff) {
        this.addresses = addresses;
        this.calendars = calendars;
        this.grantees = grantees;
        this.staff = staff;
    }

    /** @param path to be kept secret; shown this once */
    record Address(String path) {}

    /** A new address; the former one is dead at once. 403 for another's caseload, 404 for nobody's. */
    @PostMapping("/staff/{id}/calendar-address")
    Address issue(@PathVariable UUID id, Command command, Caller caller) {
        requireOwnOrSupervisor(id, caller);
        return new Address("/calendars/" + addresses.issue(id.toString()) + ".ics");
    }

    /** The address is dead at once, and there is none until another is asked for (Y16). 403 for another's caseload, 404 for nobody's. */
    @PostMapping("/staff/{id}/calendar-address/revocation")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Command command, Caller caller) {
        requireOwnOrSupervisor(id, caller);
        addresses.revoke(id.toString());
        return ResponseEntity.noContent().build();
    }

    /** The days ahead of everybody on the caseload, for an ordinary calendar program (Y16). Signed in, under a plain address. */
    @GetMapping("/staff/{id}/calendar.ics")
    ResponseEntity<String> own(@PathVariable UUID id, Caller caller) {
        requireOwnOrSupervisor(id, caller);
        return answer(calendars.of(id.toString()));
    }

    /**
     * The same for a calendar program that subscribed (Y16). The address is the credential. 404 when it is unknown, replaced or
     * revoked, and for who is no longer on the staff.
     */
    @GetMapping("/calendars/{secret}.ics")
    ResponseEntity<String> subscribed(@PathVariable String secret) throws Exception {
        CalendarAddresses.Subscriber subscriber = addresses
                .open(secret)
                .filter(s -> grantees.serves(s.grantee()))
                .orElseThrow(CalendarController::unknown);
        return new Scope(subscriber.grantee(), Actor.staff(subscriber.worker()), "")
                .call(() -> staff.find(subscriber.worker())
                        .filter(member -> member.state().active())
                        .map(member -> answer(calendars.of(member.id())))
                        .orElseThrow(CalendarController::unknown));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("calendar", "under this address");
    }

    private void requireOwnOrSupervisor(UUID id, Caller caller) {
        boolean own = caller.id().equals(id.toString())
                && caller.is(Role.JAIL_CASE_MANAGER, Role.COMMUNITY_CASE_MANAGER, Role.SUPERVISOR);
        if (!own && !caller.is(Role.SUPERVISOR, Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("This is another worker's caseload; ask them or their supervisor.");
        }
        StaffMember member = staff.find(id.toString())
                .map(Stored::state)
                .orElseThrow(() -> ProblemException.notFound("staff member", id.toString()));
        if (!own && caller.is(Role.SUPERVISOR) && !member.worksAtOneOf(caller.sites())) {
            throw ProblemException.forbidden("This staff member works at none of your sites.");
        }
    }

    static ResponseEntity<String> answer(String calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(calendar);
    }
}
