package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.CareLevels;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * How found risk comes to a level of care (H5): by the points of the policy in force, unless a worker decides otherwise and
 * says why. Each time stays on record.
 */
final class CareDecision {

    private static final String RULE = "H5";

    private CareDecision() {}

    /**
     * @param factors codes of the policy's risk factors; none when nothing was found
     * @param wanted code of the level the worker decides for; null to go by the points
     */
    static Decision<Case> stratify(
            Case of,
            PolicyInForce policy,
            List<String> factors,
            @Nullable String wanted,
            @Nullable String because,
            Instant now,
            String by) {
        CareLevels care = policy.values().careLevels();
        if (of.state() == Case.State.CLOSED) {
            return Decision.refuse(Refusal.conflict(RULE, "The case is closed.", "reopening"));
        }
        List<LevelOfCare.Finding> findings = care.factors().stream()
                .filter(each -> factors.contains(each.code()))
                .map(each -> new LevelOfCare.Finding(each.code(), each.name(), each.points()))
                .toList();
        int points = findings.stream().mapToInt(LevelOfCare.Finding::points).sum();
        CareLevels.@Nullable Level byPoints = care.at(points).orElse(null);
        if (byPoints == null) {
            return Decision.refuse(Refusal.conflict(RULE, "The programme's policy has no levels of care."));
        }
        if (factors.stream().anyMatch(each -> care.factor(each).isEmpty())) {
            return unknown(
                    "factors",
                    "The policy has no such risk factor.",
                    care.factors().stream().map(CareLevels.Factor::code).toList());
        }
        CareLevels.@Nullable Level level =
                wanted == null ? byPoints : care.level(wanted).orElse(null);
        if (level == null) {
            return unknown(
                    "level",
                    "The policy has no such level of care.",
                    care.levels().stream().map(CareLevels.Level::code).toList());
        }
        boolean overridden = !level.equals(byPoints);
        if (overridden && (because == null || because.isBlank())) {
            return Decision.refuse(Refusal.invalid(
                    RULE,
                    "because",
                    "The points come to " + byPoints.name() + "; say why it is " + level.name() + "."));
        }
        LocalDate today = of.today(now);
        LevelOfCare next = new LevelOfCare(
                id(of),
                findings,
                points,
                byPoints.code(),
                level.code(),
                level.name(),
                level.weightPercent(),
                level.meetEveryDays(),
                overridden ? because : null,
                today,
                by,
                policy.id(),
                policy.version());
        return decided(of, next);
    }

    /** Looking again on a later day is on record even where it comes to the same; on the same day it is the same look. */
    private static Decision<Case> decided(Case of, LevelOfCare next) {
        LevelOfCare before = of.levelOfCare();
        if (before != null && before.says(next) && before.on().equals(next.on())) {
            return Decision.unchanged();
        }
        List<LevelOfCare> all = new ArrayList<>(of.care());
        all.add(next);
        Case stratified = of.edit().care(all).done();
        return before != null && before.level().equals(next.level())
                ? Decision.accept(stratified, new CaseEvent.RiskStratified(next.level()))
                : Decision.accept(
                        stratified,
                        new CaseEvent.LevelOfCareChanged(before == null ? null : before.level(), next.level()));
    }

    private static UUID id(Case of) {
        return Command.derived(
                "level-of-care",
                of.participant().toString(),
                String.valueOf(of.care().size()));
    }

    private static Decision<Case> unknown(String field, String reason, List<String> known) {
        return Decision.refuse(new Refusal(Refusal.Kind.INVALID, RULE, reason, field, known));
    }
}
