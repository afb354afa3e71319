package org.throughcare.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownSite;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.Setting;

/**
 * Whether a meeting may be at all: who may enter a jail (L12), on which side of the wall the participant is (L15), and whether they have
 * to be somewhere else (L8, L14).
 */
public final class PlanningRules {

    private static final Duration LONGEST_MEETING = Duration.ofHours(12);

    private final Known known;
    private final Diary diary;

    public PlanningRules(Known known, Diary diary) {
        this.known = known;
        this.diary = diary;
    }

    /** @return the first reason against it */
    public Optional<Refusal> refusal(Window window, @Nullable String participant, Instant now) {
        Optional<Refusal> fault = window.fault();
        if (fault.isPresent()) {
            return fault;
        }
        if (!window.end().isAfter(now)) {
            return Optional.of(Refusal.invalid(
                    "booking", "start", "The meeting would be in the past; record a drop-in or a note."));
        }
        return place(window)
                .or(() -> worker(window))
                .or(() -> participant == null ? Optional.empty() : wall(window.setting(), window.day(), participant))
                .or(() -> participant == null ? Optional.empty() : busy(window, participant))
                .or(() -> participant == null ? Optional.empty() : reporting(window, participant))
                .or(() -> participant == null ? Optional.empty() : elsewhere(window, participant));
    }

    /**
     * H8: nobody is in two places, under whichever of their ids they are awaited. Under one id the claims see to it; a claim
     * bears the id under which it was made, so for the person's other ids their appointments are looked at.
     */
    private Optional<Refusal> elsewhere(Window window, String participant) {
        List<String> others = known.idsOf(participant).stream()
                .filter(each -> !each.equals(participant))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : diary.under(others, window.start().minus(LONGEST_MEETING), window.end()).stream()
                        .map(Stored::state)
                        .filter(a -> a.isLive() && a.when().overlaps(window.start(), window.end()))
                        .findFirst()
                        .map(a -> Refusal.conflict(
                                "booking",
                                "The participant already has another appointment then, under another of their records.",
                                "another time"));
    }

    /** L8: the participant's own weekly obligations, in the zone of their site. */
    private Optional<Refusal> busy(Window window, String participant) {
        ZoneId zone = known.zoneOf(participant);
        return known.participant(known.persons().survivorOf(participant))
                .flatMap(p -> p.busy(window.start().atZone(zone), window.end().atZone(zone)))
                .map(b -> Refusal.conflict(
                        "L8",
                        "The participant cannot come on " + b.day() + " from " + b.from() + " to " + b.until() + ".",
                        "another time"));
    }

    /** L14: nobody is asked to be at a meeting and at their officer's. */
    private Optional<Refusal> reporting(Window window, String participant) {
        ZoneId zone = known.zoneOf(participant);
        return known.participant(known.persons().survivorOf(participant))
                .flatMap(p ->
                        p.reporting(window.start().atZone(zone), window.end().atZone(zone)))
                .map(r -> Refusal.conflict(
                        "L14",
                        "The participant reports to their officer that day from " + r.begins() + " to " + r.ends()
                                + ".",
                        "another time"));
    }

    /** L15 alone, as custody stands now. */
    public Optional<Refusal> wall(Setting setting, LocalDate day, String participant) {
        return known.custody(participant).flatMap(c -> new InsideOrOutside(c).refusal(setting, day));
    }

    private Optional<Refusal> place(Window window) {
        String site = window.site();
        String place = window.place();
        if (site == null) {
            return place == null
                    ? Optional.empty()
                    : Optional.of(Refusal.invalid("booking", "site", "Say which site the place belongs to."));
        }
        Optional<KnownSite> at = known.site(site);
        if (at.isEmpty()) {
            return Optional.of(Refusal.invalid("booking", "site", "There is no such site."));
        }
        if (place == null) {
            return Optional.empty();
        }
        Optional<KnownSite.Place> found = at.get().place(place);
        if (found.isEmpty()) {
            return Optional.of(Refusal.invalid("booking", "place", "The site has no such place."));
        }
        return found.get().setting() == window.setting()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "L8",
                        "setting",
                        found.get().name() + " is a " + found.get().setting() + " place."));
    }

    private Optional<Refusal> worker(Window window) {
        Optional<KnownStaff> staff = known.staff(window.worker());
        if (staff.isEmpty()) {
            return Optional.of(Refusal.invalid("L12", "worker", "There is no such staff member."));
        }
        if (!staff.get().active()) {
            return Optional.of(Refusal.invalid("L12", "worker", "This staff member has left."));
        }
        if (!staff.get().worksOn(window.day())) {
            return Optional.of(Refusal.invalid(
                    "L12",
                    "worker",
                    "This staff member's last day is " + staff.get().leavesOn() + "; somebody else is there on "
                            + window.day() + "."));
        }
        if (window.setting() == Setting.JAIL && !staff.get().mayEnterAJailOn(window.day())) {
            return Optional.of(Refusal.invalid(
                    "L12", "worker", "This staff member has no jail clearance that is valid on " + window.day() + "."));
        }
        return Optional.empty();
    }

    /** The zone of the place: the site's, else the participant's. */
    public ZoneId zoneOf(@Nullable String site, @Nullable String participant) {
        Optional<ZoneId> atSite =
                site == null ? Optional.empty() : known.site(site).map(KnownSite::zone);
        return atSite.orElseGet(() -> participant == null ? java.time.ZoneOffset.UTC : known.zoneOf(participant));
    }
}
