package org.throughcare.participant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

class PublishedPoliciesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final UUID SITE = new UUID(0, 1);

    private static PolicyValues shipped(Programme programme) throws Exception {
        String file = "/policies/" + programme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream in = Objects.requireNonNull(PolicyValues.class.getResourceAsStream(file))) {
            return Json.strict().readValue(in, PolicyValues.class);
        }
    }

    private static ProgrammePolicy published(@Nullable UUID site, LocalDate from) throws Exception {
        Decision<ProgrammePolicy> decision = ProgrammePolicy.publish(
                ProgrammePolicy.idOf(Programme.LEAP, site, from),
                new ProgrammePolicy.Publication(Programme.LEAP, site, from, ZONE, shipped(Programme.LEAP)),
                NOW);
        return ((Decision.Accepted<ProgrammePolicy>) decision).state();
    }

    @ParameterizedTest(name = "Y11 what ships for {0} holds together")
    @EnumSource
    void ships(Programme programme) throws Exception {
        assertThat(PolicyCheck.faultIn(shipped(programme))).isNull();
        assertThat(shipped(programme).exitAfterDays()).isEqualTo(90);
    }

    @Test
    @DisplayName(
            "L3 LEAP ships with a meeting every one to two weeks inside, near release and right after it, and wider ones only as it tapers (L11)")
    void meetings() throws Exception {
        PolicyValues leap = shipped(Programme.LEAP);
        assertThat(leap.meetAsNeeded()).isFalse();
        assertThat(List.of(
                        leap.meetEveryDaysInCustody(),
                        leap.meetEveryDaysNearRelease(),
                        leap.taper().getFirst().everyDays()))
                .allSatisfy(days -> assertThat(days).isBetween(7, 14));
    }

    @ParameterizedTest(
            name = "L3 L11 in {0} meetings come no further apart as release comes near, nor than contact is asked for")
    @EnumSource
    void rhythm(Programme programme) throws Exception {
        PolicyValues values = shipped(programme);
        assertThat(values.meetEveryDaysNearRelease()).isPositive().isLessThanOrEqualTo(values.meetEveryDaysInCustody());
        assertThat(values.taper().getFirst().everyDays()).isLessThanOrEqualTo(values.meetEveryDaysInCustody());
        assertThat(values.meetEveryDaysInCustody()).isLessThanOrEqualTo(values.contactEveryDays());
        assertThat(values.taper())
                .allSatisfy(step -> assertThat(step.everyDays()).isLessThanOrEqualTo(values.contactEveryDays()));
    }

    @Test
    @DisplayName(
            "L3 L11 meetings every day can be published, every no days cannot, and steps only widen, to a later day each")
    void rhythmHoldsTogether() throws Exception {
        for (String field : List.of("meetEveryDaysInCustody", "meetEveryDaysNearRelease")) {
            assertThat(PolicyCheck.faultIn(leapWith(field, "1"))).isNull();
            assertThat(PolicyCheck.faultIn(leapWith(field, "0")))
                    .isNotNull()
                    .extracting(Refusal::field)
                    .isEqualTo("values." + field);
        }
        String steps =
                "[{\"untilDaysAfterRelease\":%d,\"everyDays\":7},{\"untilDaysAfterRelease\":90,\"everyDays\":%d}]";
        assertThat(PolicyCheck.faultIn(leapWith("taper", steps.formatted(89, 7))))
                .isNull();
        for (String refused : List.of("[]", steps.formatted(90, 7), steps.formatted(89, 6))) {
            assertThat(PolicyCheck.faultIn(leapWith("taper", refused)))
                    .as(refused)
                    .isNotNull()
                    .extracting(Refusal::field)
                    .isEqualTo("values.taper");
        }
    }

    private static PolicyValues leapWith(String name, String json) throws Exception {
        ObjectNode values = (ObjectNode) Json.strict().valueToTree(shipped(Programme.LEAP));
        values.set(name, Json.strict().readTree(json));
        return Json.strict().treeToValue(values, PolicyValues.class);
    }

    @Test
    @DisplayName("N9 a lighter follow-up is some of the usual check-ins in order, never none and never others")
    void lighterFollowUp() throws Exception {
        for (String refused : List.of("[]", "[2]", "[5, 1]", "[1, 1]")) {
            assertThat(PolicyCheck.faultIn(leapWith("lighterFollowUpMonths", refused)))
                    .as(refused)
                    .isNotNull()
                    .extracting(Refusal::field)
                    .isEqualTo("values.lighterFollowUpMonths");
        }
        assertThat(PolicyCheck.faultIn(leapWith("lighterFollowUpMonths", "[12]")))
                .isNull();
        PolicyValues older = leapWith("lighterFollowUpMonths", "null");
        assertThat(older.lighterFollowUpMonths()).isEqualTo(older.followUpMonths());
    }

    @Test
    @DisplayName(
            "L18 introductions are wanted at the earliest when somebody comes near release, at the latest by the release itself")
    void introductions() throws Exception {
        assertThat(PolicyCheck.faultIn(leapWith("introductionsDaysBeforeRelease", "60")))
                .isNull();
        assertThat(PolicyCheck.faultIn(leapWith("introductionsDaysBeforeRelease", "0")))
                .isNull();
        for (String refused : List.of("61", "-1")) {
            assertThat(PolicyCheck.faultIn(leapWith("introductionsDaysBeforeRelease", refused)))
                    .as(refused)
                    .isNotNull()
                    .extracting(Refusal::field)
                    .isEqualTo("values.introductionsDaysBeforeRelease");
        }
        assertThat(leapWith("introductionsDaysBeforeRelease", "null").introductionDays())
                .isZero();
    }

    @Test
    @DisplayName("N7 the number of an exemption is a day at least, and in older policies that of the planned gap")
    void exemptions() throws Exception {
        assertThat(PolicyCheck.faultIn(leapWith("exemptionExpectedDays", "1"))).isNull();
        assertThat(PolicyCheck.faultIn(leapWith("exemptionExpectedDays", "0")))
                .isNotNull()
                .extracting(Refusal::field)
                .isEqualTo("values.exemptionExpectedDays");
        PolicyValues older = leapWith("exemptionExpectedDays", "null");
        assertThat(older.exemptionDays()).isEqualTo(older.plannedGapLongerThanDays());
    }

    @Test
    @DisplayName("H9 a wage floor of a cent is one, of nothing is not, and a programme may set none")
    void wageFloor() throws Exception {
        assertThat(PolicyCheck.faultIn(leapWith("wageFloorPerHour", "0.01"))).isNull();
        assertThat(PolicyCheck.faultIn(leapWith("wageFloorPerHour", "0.00"))).isNotNull();
        assertThat(PolicyCheck.faultIn(leapWith("wageFloorPerHour", "null"))).isNull();
        assertThat(leapWith("wageFloorPerHour", "12")).isEqualTo(leapWith("wageFloorPerHour", "12.000"));
    }

    @ParameterizedTest(name = "H5 {0} ships with levels of care that leave no sum of points without one")
    @EnumSource
    void levelsOfCare(Programme programme) throws Exception {
        CareLevels care = shipped(programme).careLevels();
        assertThat(care.stratifies()).isTrue();
        assertThat(care.at(0)).isPresent();
        int all = care.factors().stream().mapToInt(CareLevels.Factor::points).sum();
        assertThat(care.at(all)).contains(care.levels().getLast());
        assertThat(care.factor("HARD_TO_HOUSE")).isPresent();
    }

    private static CareLevels levels(CareLevels.Level... levels) {
        return new CareLevels(List.of(new CareLevels.Factor("A", "A", 1)), List.of(levels), false);
    }

    private static CareLevels.Level level(String code, int from, int weight, @Nullable Integer days) {
        return new CareLevels.Level(code, code, from, weight, days);
    }

    @Test
    @DisplayName("H5 levels begin at no points, rise, and give a higher level no less weight and no wider meetings")
    void levelsHoldTogether() {
        assertThat(CareLevelsCheck.faultIn(CareLevels.NONE)).isNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, null), level("H", 1, 100, 7))))
                .isNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, 7), level("H", 1, 100, 7))))
                .isNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 1, 100, null)))).isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, null), level("H", 0, 100, 7))))
                .isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, null), level("H", 1, 99, 7))))
                .isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, 7), level("H", 1, 100, 8))))
                .isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, 7), level("H", 1, 100, null))))
                .isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 0, null)))).isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, 0)))).isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels(level("L", 0, 100, null), level("L", 1, 100, 7))))
                .isNotNull();
        assertThat(CareLevelsCheck.faultIn(levels())).isNotNull();
    }

    @Test
    @DisplayName(
            "H5 L17 values published before there were levels of care have none, and the usual measure of a caseload")
    void olderValues() throws Exception {
        ObjectNode text = Json.mapper().valueToTree(shipped(Programme.LEAP));
        text.remove(List.of("careLevels", "fairShare"));
        PolicyValues older = Json.mapper().treeToValue(text, PolicyValues.class);
        assertThat(older.careLevels()).isEqualTo(CareLevels.NONE);
        assertThat(older.fairShare()).isEqualTo(PolicyValues.FairShare.USUAL);
        assertThat(PolicyCheck.faultIn(older)).isNull();
    }

    @Test
    @DisplayName("L10 a policy binds from its day on, the day before the earlier one does")
    void effectiveFrom() throws Exception {
        List<ProgrammePolicy> all = List.of(published(null, TODAY), published(null, TODAY.plusDays(10)));
        assertThat(PublishedPolicies.inForce(all, null, TODAY.minusDays(1))).isEmpty();
        assertThat(PublishedPolicies.inForce(all, null, TODAY.plusDays(9)))
                .get()
                .extracting(PolicyInForce::effectiveFrom)
                .isEqualTo(TODAY);
        assertThat(PublishedPolicies.inForce(all, null, TODAY.plusDays(10)))
                .get()
                .extracting(PolicyInForce::effectiveFrom)
                .isEqualTo(TODAY.plusDays(10));
    }

    @Test
    @DisplayName("L10 a site's own policy comes before the programme's, at that site only")
    void siteOverride() throws Exception {
        List<ProgrammePolicy> all = List.of(published(null, TODAY), published(SITE, TODAY.minusDays(30)));
        assertThat(PublishedPolicies.inForce(all, SITE, TODAY))
                .get()
                .extracting(PolicyInForce::site)
                .isEqualTo(SITE);
        assertThat(PublishedPolicies.inForce(all, new UUID(0, 2), TODAY))
                .get()
                .extracting(PolicyInForce::site)
                .isNull();
    }

    @Test
    @DisplayName("a policy is published again until its day comes, and not from that day on")
    void publishedAgain() throws Exception {
        PolicyValues other = shipped(Programme.CHICAGO);
        ProgrammePolicy ahead = published(null, TODAY.plusDays(1));
        ProgrammePolicy.Publication again =
                new ProgrammePolicy.Publication(Programme.LEAP, null, TODAY.plusDays(1), ZONE, other);
        assertThat(ahead.publishAgain(again, NOW)).isInstanceOf(Decision.Accepted.class);
        assertThat(ahead.publishAgain(again, NOW.plusSeconds(86_400))).isInstanceOf(Decision.Refused.class);
        assertThat(ahead.publishAgain(
                        new ProgrammePolicy.Publication(Programme.LEAP, null, TODAY.plusDays(1), ZONE, ahead.values()),
                        NOW.plusSeconds(86_400)))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName(
            "an acknowledgement on the last day is in time, the day after it is late, a second one announces nothing")
    void acknowledged() throws Exception {
        ProgrammePolicy policy = published(null, TODAY);
        UUID staff = new UUID(0, 5);
        Instant lastDay = NOW.plusSeconds(15L * 86_400);
        ProgrammePolicy inTime = ((Decision.Accepted<ProgrammePolicy>) policy.acknowledge(staff, lastDay)).state();
        assertThat(inTime.acknowledgements().getFirst().late()).isFalse();
        assertThat(inTime.acknowledge(staff, lastDay)).isEqualTo(Decision.unchanged());
        ProgrammePolicy late =
                ((Decision.Accepted<ProgrammePolicy>) policy.acknowledge(staff, lastDay.plusSeconds(86_400))).state();
        assertThat(late.acknowledgements().getFirst().late()).isTrue();
    }
}
