package org.throughcare.referral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.need.UnmetNeed;
import org.throughcare.referral.referral.ReferralSnapshot;

class ReferralRateTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);
    private static final UUID SITE = new UUID(0, 1);
    private static final UUID OTHER_SITE = new UUID(0, 2);
    private static final UUID AJC = new UUID(0, 3);
    private static final UUID FOOD_BANK = new UUID(0, 4);
    private static final UUID REFERS = new UUID(0, 10);
    private static final UUID NEVER = new UUID(0, 11);
    private static final UUID NO_CASELOAD = new UUID(0, 12);

    private final List<ReferralSnapshot> made = new ArrayList<>();

    private final ReferralRate rate = new ReferralRate(
            new Announced() {
                @Override
                public void referrals(LocalDate from, LocalDate to, Consumer<ReferralSnapshot> each) {
                    made.forEach(each);
                }

                @Override
                public void unmetNeeds(LocalDate from, LocalDate to, Consumer<UnmetNeed> each) {}

                @Override
                public Map<String, String> aliases() {
                    return Map.of();
                }

                @Override
                public Map<String, Integer> caseloads() {
                    return Map.of(REFERS.toString(), 8, NEVER.toString(), 20);
                }
            },
            AJC::equals);

    private void refers(UUID worker, UUID site, int participant, UUID partner, String state) {
        made.add(Json.mapper()
                .readValue(
                        """
                {"id":"%s","participant":"%s","site":"%s","partner":"%s","service":"A service","kind":"FOOD","origin":"CASE_MANAGER",
                 "state":"%s","startsOnRelease":false,"stopped":false,"requestedBy":"%s","draftedAt":"2026-03-02T15:00:00.000Z",
                 "history":[]}""".formatted(UUID.randomUUID(), new UUID(7, participant), site, partner, state, worker),
                        ReferralSnapshot.class));
    }

    @Test
    @DisplayName(
            "L13 people referred are set against the caseload; who refers nobody comes first, and who has no caseload last")
    void underReferralShows() {
        refers(REFERS, SITE, 1, AJC, "REQUESTED");
        refers(REFERS, SITE, 1, FOOD_BANK, "REQUESTED");
        refers(REFERS, SITE, 2, FOOD_BANK, "REQUESTED");
        refers(NO_CASELOAD, SITE, 3, AJC, "REQUESTED");
        List<ReferralRate.Row> rows = rate.between(FROM, TO, null);
        assertThat(rows)
                .extracting(ReferralRate.Row::worker)
                .containsExactly(NEVER.toString(), REFERS.toString(), NO_CASELOAD.toString());
        assertThat(rows.getFirst().perHundredCases()).isZero();
        ReferralRate.Row refers = rows.get(1);
        assertThat(refers.referrals()).isEqualTo(3);
        assertThat(refers.people()).isEqualTo(2);
        assertThat(refers.perHundredCases()).as("two people of eight").isEqualTo(25);
        assertThat(rows.getLast().perHundredCases()).isNull();
    }

    @Test
    @DisplayName("L13 referrals to community job centres are counted apart, and what was entered in error not at all")
    void toJobCentres() {
        refers(REFERS, SITE, 1, AJC, "REQUESTED");
        refers(REFERS, SITE, 2, FOOD_BANK, "REQUESTED");
        refers(REFERS, SITE, 3, AJC, "ENTERED_IN_ERROR");
        assertThat(rate.between(FROM, TO, Set.of(SITE.toString())))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.referrals()).isEqualTo(2);
                    assertThat(row.toCommunityCentres()).isEqualTo(1);
                    assertThat(row.people()).isEqualTo(2);
                });
    }

    @Test
    @DisplayName("L13 a supervisor of one site sees its referrals alone, and no worker of elsewhere")
    void ofOneSite() {
        refers(REFERS, SITE, 1, AJC, "REQUESTED");
        refers(REFERS, OTHER_SITE, 2, AJC, "REQUESTED");
        assertThat(rate.between(FROM, TO, Set.of(SITE.toString())))
                .singleElement()
                .satisfies(row -> assertThat(row.site()).isEqualTo(SITE));
        assertThat(rate.between(FROM, TO, Set.of(new UUID(0, 99).toString()))).isEmpty();
    }
}
