package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.json.Json;

/** Two introductions are wanted, 14 days before a release at the latest. */
class IntroductionsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate RELEASE = TODAY.plusDays(50);
    private static final LocalDate WANTED = RELEASE.minusDays(14);
    private static final UUID OUTSIDE = new UUID(0, 11);

    private final List<Happened> announced = new ArrayList<>();
    private LocalDate today = TODAY;

    private Instant now() {
        return today.atTime(10, 0).atZone(ZONE).toInstant();
    }

    private Case open(StaffingModel model) {
        Case opened = after(Case.open(
                new Case.Opening(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        ZONE,
                        List.of(Programme.LEAP),
                        model,
                        new Case.Terms(new UUID(0, 4), 1, 14, 2, 12, 30, 14),
                        new UUID(0, 10),
                        Setting.JAIL),
                now(),
                "staff:someone"));
        Case withCard = after(opened.giveContactCard(today, now()));
        announced.clear();
        return withCard;
    }

    private Case after(Decision<Case> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Case> accepted = (Decision.Accepted<Case>) decision;
        announced.add(accepted.happened());
        return accepted.state();
    }

    private Case follow(Case of, CustodyFacts facts) {
        Case now = of;
        while (FollowingSteps.next(now, facts, now()) instanceof Decision.Accepted<Case> step) {
            announced.add(step.happened());
            now = step.state();
        }
        return now;
    }

    private Case near(StaffingModel model) {
        return follow(open(model), expected(RELEASE));
    }

    private static CustodyFacts expected(@Nullable LocalDate projected, UUID... withdrawn) {
        return new CustodyFacts(Population.NEAR_RELEASE, projected, null, List.of(withdrawn));
    }

    private static CustodyFacts far(@Nullable LocalDate projected) {
        return new CustodyFacts(Population.IN_CUSTODY, projected, null, List.of());
    }

    private Case introduced(Case of) {
        return after(
                of.introduce(new Introduction(UUID.randomUUID(), IntroductionKind.VIDEO_CALL, OUTSIDE, today), now()));
    }

    private Case missing() {
        Case of = near(StaffingModel.TRANSITION);
        today = WANTED.plusDays(1);
        return after(of.visit(now()));
    }

    private long alerts() {
        return announced.stream()
                .filter(CaseEvent.IntroductionsMissing.class::isInstance)
                .count();
    }

    @Test
    @DisplayName(
            "L18 introductions still missing alert when the last day for them has ended, not a moment before, and once")
    void missingAlerts() {
        Case of = near(StaffingModel.TRANSITION);
        assertThat(of.introductionsDueOn()).isEqualTo(WANTED);
        Instant ended = WANTED.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(of.dueAt()).isEqualTo(ended);
        assertThat(of.visit(ended.minusMillis(1))).isEqualTo(Decision.unchanged());
        Case alerted = after(of.visit(ended));
        assertThat(announced).last().isEqualTo(new CaseEvent.IntroductionsMissing(0, 2, WANTED));
        assertThat(alerted.introductionsMissing()).isTrue();
        assertThat(CaseSnapshot.of(alerted).introductionsMissingSince()).isEqualTo(WANTED.plusDays(1));
        assertThat(alerted.visit(ended.plusSeconds(86_400))).isEqualTo(Decision.unchanged());
        assertThat(alerted.dueAt()).isNull();
    }

    @Test
    @DisplayName(
            "L18 one introduction short of the target still alerts; the one that reaches it clears the alert, and nothing is due")
    void cleared() {
        Case one = introduced(missing());
        assertThat(one.introductionsMissing()).isTrue();
        Case both = introduced(one);
        assertThat(both.introductionsMissing()).isFalse();
        assertThat(both.introductionsDueOn()).isNull();
        assertThat(follow(both, expected(RELEASE))).isEqualTo(both);
        assertThat(alerts()).isEqualTo(1);
        today = TODAY;
        Case inTime = introduced(introduced(near(StaffingModel.MIXED)));
        assertThat(inTime.dueAt()).isNull();
        assertThat(alerts()).isZero();
    }

    @Test
    @DisplayName("L18 where the same staff go on, the release is far, or no day is known, nothing is wanted by any day")
    void nothingWanted() {
        assertThat(near(StaffingModel.SAME_STAFF).introductionsDueOn()).isNull();
        assertThat(follow(open(StaffingModel.TRANSITION), far(RELEASE)).introductionsDueOn())
                .isNull();
        assertThat(follow(open(StaffingModel.MIXED), expected(null)).introductionsDueOn())
                .isNull();
        assertThat(alerts()).isZero();
    }

    @Test
    @DisplayName("L18 a release that is put off gives time again; put off by too little it alerts no second time")
    void putOff() {
        Case missing = missing();
        Case little = follow(missing, expected(RELEASE));
        assertThat(little).isEqualTo(missing);
        today = WANTED.plusDays(5);
        Case still = follow(missing, expected(RELEASE.plusDays(4)));
        assertThat(still.introductionsDueOn()).isEqualTo(WANTED.plusDays(4));
        assertThat(still.introductionsMissing()).isTrue();
        assertThat(still.visit(now())).isEqualTo(Decision.unchanged());
        Case time = follow(missing, expected(RELEASE.plusDays(5)));
        assertThat(time.introductionsDueOn()).isEqualTo(today);
        assertThat(time.introductionsMissing()).isFalse();
        assertThat(time.visit(now())).isEqualTo(Decision.unchanged());
        today = today.plusDays(1);
        after(time.visit(now()));
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    @DisplayName("L18 a release brought forward past the day alerts at once")
    void broughtForward() {
        Case soon = follow(near(StaffingModel.TRANSITION), expected(TODAY.plusDays(3)));
        assertThat(after(soon.visit(now())).introductionsMissing()).isTrue();
    }

    @Test
    @DisplayName("L18 after a release nobody is waited for inside; when it is withdrawn they are again")
    void released() {
        UUID release = new UUID(0, 3);
        Case out = follow(
                missing(),
                new CustodyFacts(Population.RELEASED, null, new CustodyFacts.ReleaseFact(release, today), List.of()));
        assertThat(out.introductionsDueOn()).isNull();
        assertThat(out.introductionsMissing()).isFalse();
        Case back = follow(out, expected(RELEASE, release));
        assertThat(back.introductionsDueOn()).isEqualTo(WANTED);
    }

    @Test
    @DisplayName("L18 L7 a site that goes over to the same staff wants no introductions any more")
    void modelChanges() {
        Case same = after(CaseTeamwork.followModel(missing(), StaffingModel.SAME_STAFF));
        Case caughtUp = follow(same, expected(RELEASE));
        assertThat(caughtUp.introductionsDueOn()).isNull();
        assertThat(caughtUp.introductionsMissing()).isFalse();
    }

    @Test
    @DisplayName(
            "L18 a case from before there was such a day has none until it looks at custody again, by the terms of then")
    void older() {
        Case of = near(StaffingModel.TRANSITION);
        String stored = Json.mapper()
                .writeValueAsString(of)
                .replace(",\"introductionsDaysBeforeRelease\":14", "")
                .replace("\"introductionsDueOn\":\"" + WANTED + "\",", "");
        Case read = Json.mapper().readValue(stored, Case.class);
        assertThat(read.introductionsDueOn()).isNull();
        assertThat(read.introductionsMissing()).isFalse();
        assertThat(read.dueAt()).isNull();
        assertThat(follow(read, expected(RELEASE)).introductionsDueOn()).isEqualTo(RELEASE);
        Case underNow = read.under(of.terms());
        assertThat(follow(underNow, expected(RELEASE))).isEqualTo(of);
    }
}
