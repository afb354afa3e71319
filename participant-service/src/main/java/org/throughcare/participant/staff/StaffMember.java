package org.throughcare.participant.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.security.Role;

/**
 * Someone who works with participants, or answers for those who do.
 *
 * <p>Life: joins with a role, sites and settings; changes them; is cleared to work inside a jail until a day and no longer
 * (L12), which is noticed when that day has passed at the staff member's site; leaves, for good or to join again.
 *
 * @param zone of the site worked at; the days of a clearance are counted here
 */
public record StaffMember(
        UUID id,
        String name,
        Role role,
        ZoneId zone,
        List<UUID> sites,
        List<Setting> settings,
        ContactCard contactCard,
        boolean active,
        @Nullable Departure departure,
        Clearance clearance) {

    private static final Set<Role> STAFF = EnumSet.of(
            Role.JAIL_CASE_MANAGER,
            Role.COMMUNITY_CASE_MANAGER,
            Role.SUPERVISOR,
            Role.GRANTEE_ADMINISTRATOR,
            Role.MONITOR);

    /** What is handed to participants so that they can get in touch. */
    public record ContactCard(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String office) {}

    /**
     * Leaving, and who takes the cases over: the one with most room first (L12).
     *
     * @param successors empty only when there is no case to take over
     */
    public record Departure(UUID id, LocalDate lastDay, List<UUID> successors, String reason) {
        public Departure {
            successors = List.copyOf(successors);
        }
    }

    /** What a staff member's record says, clearance apart. */
    public record Details(
            String name, Role role, ZoneId zone, List<UUID> sites, List<Setting> settings, ContactCard contactCard) {
        public Details {
            sites = sites.stream().distinct().sorted().toList();
            settings = settings.stream().distinct().sorted().toList();
        }
    }

    public StaffMember {
        sites = List.copyOf(sites);
        settings = List.copyOf(settings);
    }

    static Decision<StaffMember> join(UUID id, Details details, Instant now) {
        Clearance none = Clearance.none(LocalDate.ofInstant(now, details.zone()));
        Refusal fault = faultIn(details);
        return fault == null
                ? Decision.accept(with(id, details, true, null, none), new StaffEvent.StaffMemberJoined(details.role()))
                : Decision.refuse(fault);
    }

    /** Is this what the record says already, of someone at work? */
    public boolean says(Details details) {
        return active && details.equals(details());
    }

    public boolean worksAtOneOf(Collection<String> some) {
        return sites.stream().anyMatch(site -> some.contains(site.toString()));
    }

    Decision<StaffMember> change(Details details) {
        Refusal fault = faultIn(details);
        if (fault != null) {
            return Decision.refuse(fault);
        }
        StaffMember changed = with(id, details, true, null, clearance);
        if (changed.equals(this)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                changed,
                active
                        ? new StaffEvent.StaffMemberChanged(details.role())
                        : new StaffEvent.StaffMemberJoined(details.role()));
    }

    public Decision<StaffMember> leave(Departure how) {
        if (how.successors().contains(id)) {
            return Decision.refuse(Refusal.invalid("L12", "successors", "Nobody takes over from themselves."));
        }
        return active
                ? Decision.accept(
                        with(id, details(), false, how, clearance), new StaffEvent.StaffMemberLeft(how.lastDay()))
                : Decision.unchanged();
    }

    Decision<StaffMember> clear(Clearance.State to, @Nullable LocalDate validUntil, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (to == Clearance.State.EXPIRED) {
            return Decision.refuse(
                    Refusal.invalid("L12", "state", "A clearance expires by itself, on the day after its last."));
        }
        if (to == Clearance.State.VALID && (validUntil == null || validUntil.isBefore(today))) {
            return Decision.refuse(
                    Refusal.invalid("L12", "validUntil", "A valid clearance needs a last day that has not passed."));
        }
        @Nullable LocalDate until = to == Clearance.State.VALID ? validUntil : null;
        Clearance next = new Clearance(to, today, until);
        if (next.state() == clearance.state() && Objects.equals(until, clearance.validUntil())) {
            return Decision.unchanged();
        }
        return cleared(next);
    }

    private Decision<StaffMember> cleared(Clearance next) {
        return Decision.accept(
                with(id, details(), active, departure, next),
                new StaffEvent.ClearanceChanged(clearance.state(), next.state(), next.validUntil()));
    }

    /** The moment the clearance stops to hold; null when it does not end by itself. */
    public @Nullable Instant dueAt() {
        LocalDate until = clearance.validUntil();
        return clearance.state() == Clearance.State.VALID && until != null
                ? until.plusDays(1).atStartOfDay(zone).toInstant()
                : null;
    }

    public Decision<StaffMember> visit(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (clearance.state() != Clearance.State.VALID || clearance.holdsOn(today)) {
            return Decision.unchanged();
        }
        return cleared(new Clearance(Clearance.State.EXPIRED, today, null));
    }

    private Details details() {
        return new Details(name, role, zone, sites, settings, contactCard);
    }

    private static StaffMember with(
            UUID id, Details d, boolean active, @Nullable Departure departure, Clearance clearance) {
        return new StaffMember(
                id,
                d.name(),
                d.role(),
                d.zone(),
                d.sites(),
                d.settings(),
                d.contactCard(),
                active,
                departure,
                clearance);
    }

    private static @Nullable Refusal faultIn(Details details) {
        if (!STAFF.contains(details.role())) {
            return Refusal.invalid("staff-role", "role", "This is not a role a staff member can have.");
        }
        return details.sites().isEmpty() && details.role() != Role.GRANTEE_ADMINISTRATOR
                ? Refusal.invalid("staff-sites", "sites", "A staff member works at one site at least.")
                : null;
    }
}
