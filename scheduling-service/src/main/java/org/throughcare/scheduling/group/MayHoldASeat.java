package org.throughcare.scheduling.group;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;

/** L15: a group inside a jail is for those held in that jail, one outside for those released, and none for the dead. */
final class MayHoldASeat {

    /** Why a seat is given up that no release ended: custody itself. */
    static final String CUSTODY = "custody";

    private final KnownCustody custody;

    MayHoldASeat(KnownCustody custody) {
        this.custody = custody;
    }

    /** Why this participant may not take a seat now. */
    Optional<Refusal> refusal(Setting setting) {
        if (custody.death().isPresent()) {
            return no("The participant has died.");
        }
        return switch (setting) {
            case VIRTUAL -> Optional.empty();
            case JAIL ->
                isOutside() ? no("The participant is released; this group meets inside a jail.") : Optional.empty();
            case COMMUNITY ->
                isOutside() ? Optional.empty() : no("The participant is in custody; this group meets outside.");
        };
    }

    /**
     * What is against a seat that was taken before.
     *
     * @param facility the jail it was taken for
     * @return the release's id where there is one
     */
    Optional<String> against(Setting setting, @Nullable String facility) {
        if (refusal(setting).isPresent()) {
            return Optional.of(
                    custody.death().or(custody::standing).map(Release::id).orElse(CUSTODY));
        }
        String held = custody.facility();
        boolean elsewhere = setting == Setting.JAIL && facility != null && held != null && !held.equals(facility);
        return elsewhere ? Optional.of(custody.transfer().map(Release::id).orElse(CUSTODY)) : Optional.empty();
    }

    /** The jail that a seat taken now is for. */
    Optional<String> facilityFor(Setting setting) {
        return setting == Setting.JAIL ? Optional.ofNullable(custody.facility()) : Optional.empty();
    }

    /** Until when a seat that is given up now may have been used: the end of the day of what ended it, at the site. */
    Instant usedUntil(ZoneId zone, Instant now) {
        return custody.death()
                .or(custody::standing)
                .or(custody::transfer)
                .map(r -> r.on().plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(now);
    }

    private boolean isOutside() {
        return custody.population() == Population.RELEASED;
    }

    private static Optional<Refusal> no(String reason) {
        return Optional.of(Refusal.invalid("L15", "participant", reason));
    }
}
