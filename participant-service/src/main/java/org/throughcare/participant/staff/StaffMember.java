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
 * (L12), which is noticed when that day has passed at the staff member's site; leaves, for good or to join again. A departure
 * ahead is kept, can be planned anew or withdrawn, and takes effect by itself when its last day has ended at the site: that day is
 * worked in full.
 *
 * @param zone of the site worked at; the days of a clearance and of a departure are counted here
 * @param departure of someone who left
 * @param planned a departure that has yet to take effect
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
        Clearance clearance,
        @Nullable Departure planned) {

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

    /** How cases are split between successors (L12). Clearance where it is needed and room come before either. */
    public enum SplitRule {
        /** Each case to the one who carries least by then. */
        LOWEST_LOAD,
        /** Those held to who works in the jail, those released to who works in the community; among them as above. */
        BY_SETTING
    }

    /**
     * Leaving, and who takes the cases over (L12).
     *
     * @param lastDay at the site, and worked in full; it takes effect when the next day begins there, or at once when it has begun
     * @param successors empty only when there is no case to take over
     * @param rule how several of them share; by lowest load in departures from before there was a choice
     * @param overLimitBecause a supervisor's reason to go past limits, where no successor has room (L2)
     */
    public record Departure(
            UUID id,
            LocalDate lastDay,
            List<UUID> successors,
            String reason,
            SplitRule rule,
            @Nullable String overLimitBecause) {
        public Departure {
            successors = List.copyOf(successors);
            rule = rule == null ? SplitRule.LOWEST_LOAD : rule;
        }

        /** The day on which others answer for the cases; nobody else does on the last day. */
        public LocalDate takesEffectOn() {
            return takenOverAfter(lastDay);
        }

        public static LocalDate takenOverAfter(LocalDate lastDay) {
            return lastDay.plusDays(1);
        }

        /** The same, however often it was asked for. */
        boolean says(Departure other) {
            return equals(new Departure(
                    id, other.lastDay, other.successors, other.reason, other.rule, other.overLimitBecause));
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
                ? Decision.accept(
                        with(id, details, true, null, none, null), new StaffEvent.StaffMemberJoined(details.role()))
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
        StaffMember changed = with(id, details, true, null, clearance, planned);
        if (changed.equals(this)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                changed,
                active
                        ? new StaffEvent.StaffMemberChanged(details.role())
                        : new StaffEvent.StaffMemberJoined(details.role()));
    }

    /** Kept until its day when that is ahead; a later plan replaces an earlier one. */
    public Decision<StaffMember> leave(Departure how, Instant now) {
        if (how.successors().contains(id)) {
            return Decision.refuse(Refusal.invalid("L12", "successors", "Nobody takes over from themselves."));
        }
        if (!active) {
            return Decision.unchanged();
        }
        if (!how.takesEffectOn().isAfter(LocalDate.ofInstant(now, zone))) {
            return left(how);
        }
        return planned != null && planned.says(how)
                ? Decision.unchanged()
                : Decision.accept(
                        with(id, details(), true, departure, clearance, how),
                        new StaffEvent.DeparturePlanned(how.lastDay()));
    }

    private Decision<StaffMember> left(Departure how) {
        return Decision.accept(
                with(id, details(), false, how, clearance, null), new StaffEvent.StaffMemberLeft(how.lastDay()));
    }

    Decision<StaffMember> stay() {
        if (!active) {
            return Decision.refuse(Refusal.conflict(
                    "L12", "This staff member has left, and the cases are with others; they can join again."));
        }
        Departure off = planned;
        return off == null
                ? Decision.unchanged()
                : Decision.accept(
                        with(id, details(), true, departure, clearance, null),
                        new StaffEvent.DepartureWithdrawn(off.lastDay()));
    }

    /** Will they be at work on this day of their site, as far as is known? */
    public boolean worksOn(LocalDate day) {
        return active && (planned == null || !day.isAfter(planned.lastDay()));
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
                with(id, details(), active, departure, next, planned),
                new StaffEvent.ClearanceChanged(clearance.state(), next.state(), next.validUntil()));
    }

    /** The next moment at which time alone changes something: a departure takes effect, or the clearance ends. */
    public @Nullable Instant dueAt() {
        Departure ahead = planned;
        Instant leaves =
                ahead == null ? null : ahead.takesEffectOn().atStartOfDay(zone).toInstant();
        LocalDate until = clearance.validUntil();
        Instant expires = clearance.state() == Clearance.State.VALID && until != null
                ? until.plusDays(1).atStartOfDay(zone).toInstant()
                : null;
        return leaves == null ? expires : expires == null || leaves.isBefore(expires) ? leaves : expires;
    }

    public Decision<StaffMember> visit(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Departure ahead = planned;
        if (ahead != null && !ahead.takesEffectOn().isAfter(today)) {
            return left(ahead);
        }
        if (clearance.state() != Clearance.State.VALID || clearance.holdsOn(today)) {
            return Decision.unchanged();
        }
        return cleared(new Clearance(Clearance.State.EXPIRED, today, null));
    }

    private Details details() {
        return new Details(name, role, zone, sites, settings, contactCard);
    }

    private static StaffMember with(
            UUID id,
            Details d,
            boolean active,
            @Nullable Departure departure,
            Clearance clearance,
            @Nullable Departure planned) {
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
                clearance,
                planned);
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
