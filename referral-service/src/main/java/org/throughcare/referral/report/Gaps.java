package org.throughcare.referral.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;

/** C8: needs that nobody could meet and referrals that were turned down, by site, kind and reason. */
public final class Gaps {

    /** @param stillUnmet of {@code recorded} */
    public record Unmet(UUID site, NeedKind kind, String why, int recorded, int stillUnmet) {}

    /** Referrals that partners turned down. */
    public record TurnedDown(UUID site, NeedKind kind, String reason, int referrals) {}

    /** Both sides of a gap. */
    public record Report(List<Unmet> unmet, List<TurnedDown> turnedDown) {}

    private final Announced announced;

    public Gaps(Announced announced) {
        this.announced = announced;
    }

    /** @param sites to show; null for all */
    public Report between(LocalDate from, LocalDate to, @Nullable Set<String> sites) {
        Map<String, Unmet> unmet = new TreeMap<>();
        announced.unmetNeeds(from, to, need -> {
            if (sites == null || sites.contains(need.site().toString())) {
                unmet.merge(
                        need.site() + "/" + need.kind() + "/" + need.why(),
                        new Unmet(need.site(), need.kind(), need.why().name(), 1, need.metOn() == null ? 1 : 0),
                        (a, b) -> new Unmet(
                                a.site(),
                                a.kind(),
                                a.why(),
                                a.recorded() + b.recorded(),
                                a.stillUnmet() + b.stillUnmet()));
            }
        });
        Map<String, TurnedDown> down = new TreeMap<>();
        announced.referrals(from, to, referral -> {
            if (referral.rejection() != null
                    && (sites == null || sites.contains(referral.site().toString()))) {
                down.merge(
                        referral.site() + "/" + referral.kind() + "/" + referral.rejection(),
                        new TurnedDown(referral.site(), referral.kind(), String.valueOf(referral.rejection()), 1),
                        (a, b) -> new TurnedDown(a.site(), a.kind(), a.reason(), a.referrals() + b.referrals()));
            }
        });
        return new Report(new ArrayList<>(unmet.values()), new ArrayList<>(down.values()));
    }
}
