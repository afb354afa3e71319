package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.CareLevels;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The phases of a case, and its level of care. */
class CareTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final String ANN = "staff:ann";
    private static final CareLevels LEVELS = new CareLevels(
            List.of(
                    new CareLevels.Factor("HOUSE", "Hard to house", 3),
                    new CareLevels.Factor("NEEDS", "Special needs", 2),
                    new CareLevels.Factor("BUS", "No transport", 1)),
            List.of(
                    new CareLevels.Level("LOW", "Low", 0, 50, null),
                    new CareLevels.Level("MIDDLE", "Middle", 3, 100, 14),
                    new CareLevels.Level("HIGH", "High", 6, 200, 7)),
            true);

    private final List<Happened> announced = new ArrayList<>();

    private static PolicyInForce policy(CareLevels levels) {
        ObjectNode values = (ObjectNode) Json.mapper()
                .readTree(Objects.requireNonNull(PolicyValues.class.getResourceAsStream("/policies/leap.json")));
        values.set("careLevels", Json.mapper().valueToTree(levels));
        return new PolicyInForce(
                new UUID(0, 4), 3, Programme.LEAP, null, TODAY, Json.mapper().treeToValue(values, PolicyValues.class));
    }

    private Case after(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Case> accepted = (Decision.Accepted<Case>) decision;
        announced.add(accepted.happened());
        return accepted.state();
    }

    private static Refusal refused(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Case>) decision).refusal();
    }

    private Case open() {
        Case opened = after(Case.open(
                new Case.Opening(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        ZONE,
                        List.of(Programme.LEAP),
                        StaffingModel.SAME_STAFF,
                        new Case.Terms(new UUID(0, 4), 1, 14, 1, 12, 30, 14),
                        new UUID(0, 10),
                        Setting.JAIL),
                NOW,
                ANN));
        announced.clear();
        return opened;
    }

    private static Decision<Case> stratify(
            Case of, Instant at, @Nullable String level, @Nullable String because, String... factors) {
        return CareDecision.stratify(of, policy(LEVELS), List.of(factors), level, because, at, ANN);
    }

    private static Decision<Case> move(Case of, Phase to, @Nullable String because) {
        return CasePhases.moveTo(of, to, because, false, NOW, ANN);
    }

    @Test
    @DisplayName("H5 two points stay at the lightest level, three come to the next, six to the highest")
    void thresholds() {
        assertThat(level(stratify(open(), NOW, null, null, "NEEDS"))).isEqualTo("LOW");
        assertThat(level(stratify(open(), NOW, null, null, "NEEDS", "BUS"))).isEqualTo("MIDDLE");
        assertThat(level(stratify(open(), NOW, null, null, "NEEDS", "HOUSE"))).isEqualTo("MIDDLE");
        assertThat(level(stratify(open(), NOW, null, null, "NEEDS", "HOUSE", "BUS", "BUS")))
                .isEqualTo("HIGH");
        assertThat(level(stratify(open(), NOW, null, null))).isEqualTo("LOW");
    }

    private String level(Decision<Case> decision) {
        return Objects.requireNonNull(after(decision).levelOfCare()).level();
    }

    @Test
    @DisplayName(
            "H5 the level gives the case's weight, and the announcement says level, weight and rhythm but no finding")
    void announced() {
        Case ordinary = open();
        assertThat(ordinary.weightPercent()).isEqualTo(100);
        assertThat(CaseSnapshot.of(ordinary).care()).isNull();
        Case high = after(stratify(ordinary, NOW, null, null, "NEEDS", "HOUSE", "BUS"));
        assertThat(high.weightPercent()).isEqualTo(200);
        assertThat(announced).containsExactly(new CaseEvent.LevelOfCareChanged(null, "HIGH"));
        assertThat(CaseSnapshot.of(high).care()).isEqualTo(new CaseSnapshot.CareView("HIGH", "High", 200, 7, TODAY));
        assertThat(Json.mapper().writeValueAsString(CaseSnapshot.of(high))).doesNotContain("Special needs", "NEEDS");
    }

    @Test
    @DisplayName(
            "H5 a worker decides for another level with a reason only, and that is on record beside what the points say")
    void overridden() {
        Refusal without = refused(stratify(open(), NOW, "HIGH", null, "BUS"));
        assertThat(without.field()).isEqualTo("because");
        assertThat(refused(stratify(open(), NOW, "HIGH", " ", "BUS")).rule()).isEqualTo("H5");
        LevelOfCare care = Objects.requireNonNull(after(stratify(open(), NOW, "HIGH", "three crises in a month", "BUS"))
                .levelOfCare());
        assertThat(care.level()).isEqualTo("HIGH");
        assertThat(care.byPoints()).isEqualTo("LOW");
        assertThat(care.because()).isEqualTo("three crises in a month");
        assertThat(care.version()).isEqualTo(3);
        LevelOfCare same = Objects.requireNonNull(
                after(stratify(open(), NOW, "LOW", "as it says", "BUS")).levelOfCare());
        assertThat(same.because()).isNull();
    }

    @Test
    @DisplayName(
            "H5 what the policy does not have is refused with what it has; without levels, and when closed, nothing is stratified")
    void unknown() {
        Refusal factor = refused(stratify(open(), NOW, null, null, "HOUSE", "CHARGES"));
        assertThat(factor.field()).isEqualTo("factors");
        assertThat(factor.allowed()).containsExactly("HOUSE", "NEEDS", "BUS");
        Refusal level = refused(stratify(open(), NOW, "HIGHEST", "why not", "HOUSE"));
        assertThat(level.allowed()).containsExactly("LOW", "MIDDLE", "HIGH");
        assertThat(refused(CareDecision.stratify(open(), policy(CareLevels.NONE), List.of(), null, null, NOW, ANN))
                        .kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
        Case closed = after(open().close(List.of(), NOW));
        assertThat(refused(stratify(closed, NOW, null, null, "BUS")).allowed()).containsExactly("reopening");
    }

    @Test
    @DisplayName(
            "H5 the same look on the same day says nothing; on a later day it is on record, and the level has held since the first")
    void again() {
        Case once = after(stratify(open(), NOW, null, null, "HOUSE"));
        announced.clear();
        assertThat(stratify(once, NOW, null, null, "HOUSE")).isEqualTo(Decision.unchanged());
        assertThat(announced).isEmpty();
        Case twice = after(stratify(once, TOMORROW, null, null, "HOUSE"));
        assertThat(announced).containsExactly(new CaseEvent.RiskStratified("MIDDLE"));
        assertThat(twice.care()).extracting(LevelOfCare::on).containsExactly(TODAY, TODAY.plusDays(1));
        assertThat(twice.care()).extracting(LevelOfCare::by).containsOnly(ANN);
        assertThat(LevelOfCare.since(twice.care())).isEqualTo(TODAY);
        Case lighter = after(stratify(twice, TOMORROW, null, null));
        assertThat(announced).last().isEqualTo(new CaseEvent.LevelOfCareChanged("MIDDLE", "LOW"));
        assertThat(LevelOfCare.since(lighter.care())).isEqualTo(TODAY.plusDays(1));
        assertThat(lighter.weightPercent()).isEqualTo(50);
    }

    @Test
    @DisplayName(
            "H5 H1 a case from before there were levels of care, or reasons in its history, reads as an ordinary one")
    void older() {
        String stored = Json.mapper()
                .writeValueAsString(open())
                .replace(",\"care\":[]", "")
                .replace(",\"communications\":[]", "");
        assertThat(stored).doesNotContain("\"care\"", "communications", "because");
        assertThat(Json.mapper().readValue(stored, Case.class)).isEqualTo(open());
    }

    @Test
    @DisplayName("H1 a case goes through its phases and back; going back says why, and history keeps who, when and why")
    void back() {
        Case planning = after(move(after(move(open(), Phase.ASSESSING, null)), Phase.PLANNING, null));
        assertThat(refused(move(planning, Phase.ASSESSING, null)).field()).isEqualTo("because");
        assertThat(refused(move(planning, Phase.SCREENING, " ")).rule()).isEqualTo("H1");
        announced.clear();
        assertThat(move(planning, Phase.PLANNING, "again")).isEqualTo(Decision.unchanged());
        assertThat(announced).isEmpty();
        Case again = after(move(planning, Phase.ASSESSING, "lost the flat"));
        assertThat(announced).containsExactly(new CaseEvent.PhaseChanged(Phase.PLANNING, Phase.ASSESSING));
        assertThat(again.phases())
                .extracting(Case.PhaseStep::phase)
                .containsExactly(Phase.SCREENING, Phase.ASSESSING, Phase.PLANNING, Phase.ASSESSING);
        assertThat(again.phases().getLast().because()).isEqualTo("lost the flat");
        assertThat(again.phases()).extracting(Case.PhaseStep::by).containsOnly(ANN);
        assertThat(again.phases()).extracting(Case.PhaseStep::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "H1 where the policy wants it, planning waits for the risk to be stratified, and nothing before planning does")
    void beforePlanning() {
        Case assessing = after(CasePhases.moveTo(open(), Phase.ASSESSING, null, true, NOW, ANN));
        Refusal refusal = refused(CasePhases.moveTo(assessing, Phase.PLANNING, null, true, NOW, ANN));
        assertThat(refusal.allowed()).containsExactly("care");
        refused(CasePhases.moveTo(assessing, Phase.IMPLEMENTING, "in a hurry", true, NOW, ANN));
        after(CasePhases.moveTo(assessing, Phase.PLANNING, null, false, NOW, ANN));
        Case stratified = after(stratify(assessing, NOW, null, null));
        after(CasePhases.moveTo(stratified, Phase.PLANNING, null, true, NOW, ANN));
    }

    @Test
    @DisplayName(
            "H1 a case is evaluated once somebody was in touch after its transition, or with a reason why nobody was")
    void afterTheTransition() {
        assertThat(refused(CasePhases.communicate(open(), communication(TODAY), NOW))
                        .allowed())
                .containsExactly("phase");
        Case over = after(CasePhases.moveTo(open(), Phase.TRANSITIONING, null, false, NOW, ANN));
        assertThat(refused(move(over, Phase.EVALUATING, null)).allowed()).containsExactly("phase/communications");
        assertThat(after(move(over, Phase.EVALUATING, "moved out of state")).phase())
                .isEqualTo(Phase.EVALUATING);
        refused(CasePhases.communicate(over, communication(TODAY.minusDays(1)), NOW));
        refused(CasePhases.communicate(over, communication(TODAY.plusDays(1)), NOW));
        Case.Communication call = communication(TODAY);
        Case called = after(CasePhases.communicate(over, call, NOW));
        assertThat(announced).last().isEqualTo(new CaseEvent.TransitionFollowed(call.id(), TODAY));
        assertThat(CasePhases.communicate(called, call, NOW)).isEqualTo(Decision.unchanged());
        assertThat(after(move(called, Phase.EVALUATING, null)).phase()).isEqualTo(Phase.EVALUATING);
    }

    private static Case.Communication communication(LocalDate on) {
        return new Case.Communication(UUID.randomUUID(), on, "community case manager", ANN);
    }

    @Test
    @DisplayName("H1 a communication from an earlier transition does not stand for a later one")
    void secondTransition() {
        Case first = after(CasePhases.moveTo(open(), Phase.TRANSITIONING, null, false, NOW, ANN));
        Case called = after(CasePhases.communicate(first, communication(TODAY), NOW));
        Case back = after(move(called, Phase.IMPLEMENTING, "back inside"));
        Case second = after(CasePhases.moveTo(back, Phase.TRANSITIONING, null, false, TOMORROW, ANN));
        refused(CasePhases.moveTo(second, Phase.EVALUATING, null, false, TOMORROW, ANN));
    }

    @Test
    @DisplayName("H1 a closed case stays in its phase until it is taken up again")
    void closed() {
        Case closed = after(open().close(List.of(), NOW));
        assertThat(refused(move(closed, Phase.ASSESSING, null)).allowed()).containsExactly("reopening");
    }

    @Test
    @DisplayName(
            "H1 a case that was in no transition is evaluated without one, and each communication after one is on record")
    void straightToEvaluating() {
        assertThat(after(move(open(), Phase.EVALUATING, null)).phase()).isEqualTo(Phase.EVALUATING);
        Case over = after(CasePhases.moveTo(open(), Phase.TRANSITIONING, null, false, NOW, ANN));
        Case once = after(CasePhases.communicate(over, communication(TODAY), NOW));
        assertThat(after(CasePhases.communicate(once, communication(TODAY), NOW))
                        .communications())
                .hasSize(2);
    }
}
