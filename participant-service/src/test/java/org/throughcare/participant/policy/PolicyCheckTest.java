package org.throughcare.participant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Every bound of a policy's values, from both sides. */
class PolicyCheckTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();

    private static ObjectNode leap() throws IOException {
        try (InputStream in = Objects.requireNonNull(PolicyValues.class.getResourceAsStream("/policies/leap.json"))) {
            return (ObjectNode) Json.strict().readTree(in);
        }
    }

    private static PolicyValues leapWith(String name, String json) throws IOException {
        ObjectNode values = leap();
        values.set(name, Json.strict().readTree(json));
        return Json.strict().treeToValue(values, PolicyValues.class);
    }

    /** The field at fault; null when there is none. */
    private static @Nullable String faultWith(String name, String json) throws IOException {
        Refusal fault = PolicyCheck.faultIn(leapWith(name, json));
        return fault == null ? null : fault.field();
    }

    @ParameterizedTest(name = "{0}: {1} is refused, one more is not")
    @CsvSource({
        "nearReleaseDays,0",
        "meetEveryDaysInCustody,0",
        "meetEveryDaysNearRelease,0",
        "firstContactBusinessDays,0",
        "contactEveryDays,0",
        "lapseOpensSearchAfterDays,0",
        "exitAfterDays,0",
        "followUpForMonths,0",
        "exemptionExpectedDays,0",
        "planReviewEveryDays,0",
        "handoverDueDays,0",
        "caseloadLimitBefore,0",
        "caseloadLimitAfter,0",
        "caseMonthsAfterRelease,0",
        "acknowledgeWithinDays,0",
        "releaseSettlingMinutes,-1",
        "planReviewDaysAfterService,-1",
        "introductionTarget,-1",
        "justifyServiceWithinDays,-1",
        "yearEndWarningDays,-1"
    })
    @DisplayName("Y11 L2 Y6 what must be something cannot be published as nothing, nor what may be nothing as less")
    void least(String field, int refused) throws IOException {
        assertThat(faultWith(field, String.valueOf(refused))).isEqualTo("values." + field);
        assertThat(faultWith(field, String.valueOf(refused + 1))).isNotEqualTo("values." + field);
    }

    @Test
    @DisplayName("Y9 between longer than 90 and shorter than 92 days one length is left, between 90 and 91 none")
    void gap() throws IOException {
        assertThat(faultWith("plannedGapShorterThanDays", "92")).isNull();
        assertThat(faultWith("plannedGapShorterThanDays", "91")).isEqualTo("values.plannedGapShorterThanDays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0, 1, 5, 12]", "[1, 1, 5, 12]", "[5, 1, 12]", "[1, 5, 12, 13]"})
    @DisplayName("N8 months with a check-in rise, from the first month to the last month of follow-up")
    void followUpMonths(String refused) throws IOException {
        assertThat(faultWith("followUpMonths", refused)).isEqualTo("values.followUpMonths");
        assertThat(faultWith("followUpMonths", "[1, 2, 5, 12]")).isNull();
    }

    @Test
    @DisplayName("Y7 something makes a contact, and what does is no mere attempt")
    void methods() throws IOException {
        assertThat(faultWith("contactMethods", "[]")).isEqualTo("values.contactMethods");
        assertThat(faultWith("contactMethods", "[\"IN_PERSON\"]")).isNull();
        assertThat(faultWith("attemptOnlyMethods", "[\"LETTER\", \"PHONE\"]")).isEqualTo("values.attemptOnlyMethods");
        assertThat(faultWith("attemptOnlyMethods", "[]")).isNull();
    }

    @ParameterizedTest(name = "above {0} %, below {1} %: {2}")
    @CsvSource({"100,100,true", "150,0,true", "99,50,false", "150,101,false", "150,-1,false"})
    @DisplayName("L17 whoever carries the average stands out in neither direction")
    void fairShare(int above, int below, boolean holds) throws IOException {
        assertThat(faultWith("fairShare", "{\"abovePercent\":%d,\"belowPercent\":%d}".formatted(above, below)))
                .isEqualTo(holds ? null : "values.fairShare");
    }

    private static final String LEVEL = "[{\"code\":\"L\",\"name\":\"Low\",\"fromPoints\":0,\"weightPercent\":1}]";

    private static @Nullable String care(String factors, String levels, boolean beforePlanning) throws IOException {
        return faultWith(
                "careLevels",
                "{\"factors\":%s,\"levels\":%s,\"beforePlanning\":%s}".formatted(factors, levels, beforePlanning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"code\":\"A\",\"name\":\"A\",\"points\":0}]",
                "[{\"code\":\" \",\"name\":\"A\",\"points\":1}]",
                "[{\"code\":\"A\",\"name\":\"\",\"points\":1}]",
                "[{\"code\":\"A\",\"name\":\"A\",\"points\":1},{\"code\":\"A\",\"name\":\"B\",\"points\":1}]"
            })
    @DisplayName("H5 where there are levels, each of the factors has a code of its own, a name and a point at least")
    void factors(String refused) throws IOException {
        assertThat(care(refused, LEVEL, false)).isEqualTo("values.careLevels.factors");
        assertThat(care("[{\"code\":\"A\",\"name\":\"A\",\"points\":1}]", LEVEL, true))
                .isNull();
    }

    @Test
    @DisplayName("H5 H1 without levels nothing is found, and planning waits for nothing; a level has a code and a name")
    void withoutLevels() throws IOException {
        String factor = "[{\"code\":\"A\",\"name\":\"A\",\"points\":1}]";
        assertThat(care("[]", "[]", false)).isNull();
        assertThat(care(factor, "[]", false)).isEqualTo("values.careLevels.levels");
        assertThat(care("[]", "[]", true)).isEqualTo("values.careLevels.levels");
        assertThat(care(factor, LEVEL.replace("\"L\"", "\" \""), false)).isEqualTo("values.careLevels.levels");
        assertThat(care(factor, LEVEL.replace("\"Low\"", "\"\""), false)).isEqualTo("values.careLevels.levels");
        assertThat(care(factor, LEVEL.replace("}", ",\"meetEveryDays\":1}"), false))
                .isNull();
    }

    private static Decision<ProgrammePolicy> publish(LocalDate idOf, PolicyValues values) {
        return ProgrammePolicy.publish(
                ProgrammePolicy.idOf(Programme.LEAP, null, idOf), asked(TODAY.plusDays(1), values), NOW);
    }

    private static ProgrammePolicy.Publication asked(LocalDate from, PolicyValues values) {
        return new ProgrammePolicy.Publication(Programme.LEAP, null, from, ZONE, values);
    }

    private static @Nullable String refused(Decision<ProgrammePolicy> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<ProgrammePolicy>) decision).refusal().field();
    }

    @Test
    @DisplayName("Y11 values at fault are not published, first or again, nor is a policy under another day's id")
    void published() throws IOException {
        LocalDate from = TODAY.plusDays(1);
        PolicyValues sound = leapWith("exitAfterDays", "90");
        PolicyValues faulty = leapWith("exitAfterDays", "0");
        assertThat(refused(publish(from, faulty))).isEqualTo("values.exitAfterDays");
        assertThat(refused(publish(from.plusDays(1), sound))).isEqualTo("id");
        ProgrammePolicy first = ((Decision.Accepted<ProgrammePolicy>) publish(from, sound)).state();
        assertThat(first.version()).isEqualTo(1);
        assertThat(refused(first.publishAgain(asked(from, faulty), NOW))).isEqualTo("values.exitAfterDays");
        Decision<ProgrammePolicy> again = first.publishAgain(asked(from, leapWith("exitAfterDays", "60")), NOW);
        assertThat(((Decision.Accepted<ProgrammePolicy>) again).state().version())
                .isEqualTo(2);
        assertThat(PublishedPolicies.inForce(List.of(first), null, TODAY)).isEmpty();
    }

    @Test
    @DisplayName("H5 points come to the highest level that they reach, and a factor is known by its code")
    void levels() throws IOException {
        CareLevels care = leapWith("exitAfterDays", "90").careLevels();
        assertThat(care.at(2)).map(CareLevels.Level::code).contains("STANDARD");
        assertThat(care.at(3)).map(CareLevels.Level::code).contains("ENHANCED");
        assertThat(care.at(6)).map(CareLevels.Level::code).contains("INTENSIVE");
        assertThat(CareLevels.NONE.at(0)).isEmpty();
        assertThat(care.factor("NO_TRANSPORT")).map(CareLevels.Factor::points).contains(1);
        assertThat(care.factor("CHARGES")).isEmpty();
        assertThat(care.level("ENHANCED")).map(CareLevels.Level::fromPoints).contains(3);
    }

    @Test
    @DisplayName("Y11 each of the staff acknowledges a version for themselves")
    void acknowledged() throws IOException {
        ProgrammePolicy policy = ((Decision.Accepted<ProgrammePolicy>)
                        publish(TODAY.plusDays(1), leapWith("exitAfterDays", "90")))
                .state();
        ProgrammePolicy one = ((Decision.Accepted<ProgrammePolicy>) policy.acknowledge(new UUID(0, 1), NOW)).state();
        ProgrammePolicy two = ((Decision.Accepted<ProgrammePolicy>) one.acknowledge(new UUID(0, 2), NOW)).state();
        assertThat(two.acknowledgements()).hasSize(2);
    }
}
