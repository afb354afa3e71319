package org.throughcare.participant.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A jail's job center together with the community centers that people are released to.
 *
 * <p>Life: opened with its places and a staffing model (L7); its details change as places come and go. The model changes
 * on a date: planned ahead, it takes effect by itself when that day begins at the site, or at once when the day has
 * come, and the cases of the site follow. Later plans replace earlier ones that have not taken effect.
 *
 * @param zone its days are counted here
 * @param programme whose policy decides where a person's own programmes do not
 */
public record Site(
        UUID id,
        String name,
        String town,
        ZoneId zone,
        Programme programme,
        StaffingModel staffingModel,
        @Nullable PlannedModel planned,
        List<Place> places,
        boolean active) {

    /** Somewhere people can meet. */
    public record Place(UUID id, String name, Setting setting) {}

    /** A staffing model that takes effect when the day begins. */
    public record PlannedModel(StaffingModel to, LocalDate on) {}

    /** What a site says of itself, its staffing model apart. */
    public record Details(
            String name, String town, ZoneId zone, Programme programme, List<Place> places, boolean active) {
        public Details {
            places = List.copyOf(places);
        }
    }

    public Site {
        places = List.copyOf(places);
    }

    static Decision<Site> open(UUID id, Details details, StaffingModel model) {
        Refusal fault = faultIn(details);
        return fault == null
                ? Decision.accept(with(id, details, model, null), new SiteEvent.SiteOpened(details.name()))
                : Decision.refuse(fault);
    }

    /** Is this what it says of itself already? */
    public boolean says(Details details) {
        return details.equals(details());
    }

    /** @param model the one it has; another is a change of its own */
    Decision<Site> change(Details details, StaffingModel model) {
        Refusal fault = faultIn(details);
        if (fault != null) {
            return Decision.refuse(fault);
        }
        if (model != staffingModel) {
            return Decision.refuse(Refusal.conflict(
                    "L7", "The site works by " + staffingModel + "; its model changes on a date.", "staffing-model"));
        }
        Site changed = with(id, details, staffingModel, planned);
        return changed.equals(this)
                ? Decision.unchanged()
                : Decision.accept(changed, new SiteEvent.SiteChanged(details.name()));
    }

    Decision<Site> changeModel(StaffingModel to, LocalDate on, Instant now) {
        if (!on.isAfter(LocalDate.ofInstant(now, zone))) {
            return to == staffingModel && planned == null ? Decision.unchanged() : takeEffect(to, on);
        }
        PlannedModel plan = new PlannedModel(to, on);
        if (plan.equals(planned)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(id, details(), staffingModel, plan), new SiteEvent.StaffingModelChangePlanned(to, on));
    }

    /** When the planned model takes effect; null when none is planned. */
    public @Nullable Instant dueAt() {
        return planned == null ? null : planned.on().atStartOfDay(zone).toInstant();
    }

    public Decision<Site> visit(Instant now) {
        PlannedModel plan = planned;
        if (plan == null || plan.on().isAfter(LocalDate.ofInstant(now, zone))) {
            return Decision.unchanged();
        }
        return takeEffect(plan.to(), plan.on());
    }

    private Decision<Site> takeEffect(StaffingModel to, LocalDate on) {
        return Decision.accept(
                with(id, details(), to, null), new SiteEvent.StaffingModelChanged(staffingModel, to, on));
    }

    private Details details() {
        return new Details(name, town, zone, programme, places, active);
    }

    private static Site with(UUID id, Details d, StaffingModel model, @Nullable PlannedModel planned) {
        return new Site(id, d.name(), d.town(), d.zone(), d.programme(), model, planned, d.places(), d.active());
    }

    private static @Nullable Refusal faultIn(Details details) {
        Set<UUID> ids = new HashSet<>();
        for (Place place : details.places()) {
            if (!ids.add(place.id())) {
                return Refusal.invalid("site-places", "places", "Two places have the same id.");
            }
        }
        return details.places().stream().noneMatch(place -> place.setting() == Setting.COMMUNITY)
                ? Refusal.invalid(
                        "site-places", "places", "A site needs a place in the community to release people to.")
                : null;
    }
}
