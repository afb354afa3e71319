package org.throughcare.participant.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Decision;

class SiteTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();

    private static Site after(Decision<Site> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Site>) decision).state();
    }

    private static Site.Details details(Setting... settings) {
        return new Site.Details(
                "Three Rivers",
                "Springfield",
                ZONE,
                Programme.LEAP,
                List.of(settings).stream()
                        .map(each -> new Site.Place(UUID.randomUUID(), each.name(), each))
                        .toList(),
                true);
    }

    private static Site open() {
        return after(Site.open(new UUID(0, 1), details(Setting.JAIL, Setting.COMMUNITY), StaffingModel.SAME_STAFF));
    }

    @Test
    @DisplayName("L7 a model changes when its day begins at the site, not a moment earlier, and once")
    void onADate() {
        LocalDate on = TODAY.plusDays(7);
        Site planned = after(open().changeModel(StaffingModel.TRANSITION, on, NOW));
        assertThat(planned.staffingModel()).isEqualTo(StaffingModel.SAME_STAFF);
        Instant due = on.atStartOfDay(ZONE).toInstant();
        assertThat(planned.dueAt()).isEqualTo(due);
        assertThat(planned.visit(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        Site changed = after(planned.visit(due));
        assertThat(changed.staffingModel()).isEqualTo(StaffingModel.TRANSITION);
        assertThat(changed.visit(due)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L7 a model for today takes effect at once, and the same one announces nothing")
    void today() {
        Site changed = after(open().changeModel(StaffingModel.MIXED, TODAY, NOW));
        assertThat(changed.staffingModel()).isEqualTo(StaffingModel.MIXED);
        assertThat(changed.changeModel(StaffingModel.MIXED, TODAY, NOW)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L7 a site without a place in the community is refused")
    void places() {
        assertThat(Site.open(new UUID(0, 1), details(Setting.JAIL), StaffingModel.SAME_STAFF))
                .isInstanceOf(Decision.Refused.class);
    }
}
