package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Enrolment.State.PARTICIPATING;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.json.Json;

class EndingAParticipationTest {

    private static final LocalDate SINCE = Story.DAY.plusDays(20);

    private static ExitRules.Wish wish(Exit.Kind kind, @Nullable LocalDate since, @Nullable LocalDate until) {
        return new ExitRules.Wish(
                kind, "as the letter says", "note-1", "letter.pdf", since, until, false, false, true, "w");
    }

    @ParameterizedTest(name = "{0}: {1} days refused, {2} accepted")
    @CsvSource({"INSTITUTIONALISED, 90, 91", "RESERVIST, 90, 91", "HEALTH, 89, 90", "FAMILY_CARE, 89, 90"})
    @DisplayName("N7 how long it is expected to last decides")
    void expectedLength(Exit.Kind kind, int tooShort, int enough) {
        Story story = Story.participating().on(SINCE);
        story.decides(wish(kind, SINCE, SINCE.plusDays(tooShort))).isRefusedAt("N7", "expectedUntil");
        story.decides(wish(kind, SINCE, SINCE.plusDays(enough))).announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().on()).isEqualTo(Story.DAY);
        assertThat(story.exit().positive()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} days refused, {2} accepted")
    @CsvSource({"INSTITUTIONALISED, 60, 61", "HEALTH, 59, 60"})
    @DisplayName("N7 Y9 how long an exemption must last is a number of its own, whatever the planned gap's is")
    void itsOwnNumber(Exit.Kind kind, int tooShort, int enough) {
        Story story = Story.participating().on(SINCE);
        story.terms = Story.terms(90, false, 60);
        int announced = story.announced.size();
        story.decides(wish(kind, SINCE, SINCE.plusDays(tooShort))).isRefusedAt("N7", "expectedUntil");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
        story.decides(wish(kind, SINCE, SINCE.plusDays(enough))).announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("N7 terms from before the number was their own mean the planned gap's, and are the terms of today")
    void olderTerms() {
        ParticipationTerms today = Story.terms(90, false);
        String stored = Json.mapper().writeValueAsString(today);
        assertThat(stored).contains("\"exemptionExpectedDays\":90");
        assertThat(Json.mapper()
                        .readValue(stored.replace(",\"exemptionExpectedDays\":90", ""), ParticipationTerms.class))
                .isEqualTo(today);
    }

    @Test
    @DisplayName("N7 where several programmes bind, the longest of their numbers does")
    void together() {
        assertThat(ParticipationTerms.together(List.of(Story.terms(90, false, 60), Story.terms(90, false, 75)))
                        .exemptionDays())
                .isEqualTo(75);
    }

    @Test
    @DisplayName("N7 an exemption without note or documentation is refused")
    void papers() {
        Story story = Story.participating();
        story.decides(new ExitRules.Wish(Exit.Kind.DECEASED, "died", null, "d", null, null, false, false, true, "w"))
                .isRefusedAt("N7", "note");
        story.decides(new ExitRules.Wish(Exit.Kind.DECEASED, "died", "n", " ", null, null, false, false, true, "w"))
                .isRefusedAt("N7", "document");
        story.decides(wish(Exit.Kind.DECEASED, null, null)).announces(EnrolmentEvent.Exited.class);
        assertThat(story.snapshot().followUps()).isEmpty();
        assertThat(story.snapshot().followUpEndsOn()).isNull();
    }

    @Test
    @DisplayName(
            "N7 the custody that the participant enrolled from is no exemption, a later one asks before it ends anything")
    void custody() {
        Story story = Story.participating().on(SINCE);
        story.decides(wish(Exit.Kind.INSTITUTIONALISED, Story.DAY, Story.DAY.plusDays(300)))
                .isRefusedAt("N7", "since");
        ExitRules.Wish unasked = new ExitRules.Wish(
                Exit.Kind.INSTITUTIONALISED,
                "sentenced",
                "n",
                "d",
                SINCE,
                SINCE.plusDays(200),
                false,
                false,
                false,
                "w");
        story.decides(unasked).isRefused("N7", "return to custody").isStill(PARTICIPATING);
        assertThat(Objects.requireNonNull(story.refusal).allowed()).contains("confirm the exit");
        story.decides(wish(Exit.Kind.INSTITUTIONALISED, SINCE, SINCE.plusDays(200)))
                .announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName(
            "N7 whoever is still held in the custody they enrolled from is not exited for it, whatever first day is given")
    void heldAllAlong() {
        Story story = Story.participating().on(SINCE);
        int announced = story.announced.size();
        story.heldSince = Story.DAY;
        story.decides(wish(Exit.Kind.INSTITUTIONALISED, SINCE, SINCE.plusDays(200)))
                .isRefusedAt("N7", "since");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
        story.heldSince = Story.DAY.plusDays(1);
        story.decides(wish(Exit.Kind.INSTITUTIONALISED, SINCE, SINCE.plusDays(200)))
                .announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("Y9 N7 where return and a later service are expected it is a gap, not an exit")
    void gapOrExit() {
        Story story = Story.participating().on(SINCE);
        story.decides(new ExitRules.Wish(
                        Exit.Kind.HEALTH, "operation", "n", "d", SINCE, SINCE.plusDays(120), true, false, true, "w"))
                .isRefused("Y9", "expected back");
        assertThat(Objects.requireNonNull(story.refusal).allowed()).containsExactly("plan a gap in service");
    }

    @Test
    @DisplayName("N7 the residential exemption is for youth alone, and never for Job Corps")
    void residential() {
        Story.participating()
                .decides(wish(Exit.Kind.RESIDENTIAL_PROGRAMME, null, null))
                .isRefusedAt("N7", "kind");
        Story youth = new Story()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols()
                .gives("08")
                .proven();
        youth.decides(new ExitRules.Wish(
                        Exit.Kind.RESIDENTIAL_PROGRAMME, "moved", "n", "d", null, null, false, true, true, "w"))
                .isRefusedAt("N7", "jobCorps");
        youth.decides(wish(Exit.Kind.RESIDENTIAL_PROGRAMME, null, null)).announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("Y11 nobody declares the exit of the clock, and there is nothing to end before participation")
    void notByHand() {
        Story.participating().decides(wish(Exit.Kind.NO_SERVICE, null, null)).isRefusedAt("Y11", "kind");
        Story.enrolled().decides(wish(Exit.Kind.DECEASED, null, null)).isRefused("N7", "no participation");
    }

    @Test
    @DisplayName("N8 employment ends the participation where policy says so, dated to the last service")
    void employment() {
        Story story = Story.participating().after(30);
        story.terms = Story.terms(90, true);
        story.findsJob(story.today.minusDays(2)).announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().kind()).isEqualTo(Exit.Kind.EMPLOYMENT);
        assertThat(story.exit().on()).isEqualTo(Story.DAY);
        assertThat(story.exit().positive()).isTrue();
    }

    @Test
    @DisplayName("N8 where policy leaves it to the gap, a job ends nothing")
    void noExitOnEmployment() {
        Story story = Story.participating().after(30);
        story.findsJob(story.today)
                .announces(EnrolmentEvent.PlacementRecorded.class)
                .isStill(PARTICIPATING);
        story.on(Story.DAY.plusDays(90)).visited().announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().positive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Exit.Kind.class,
            names = {"INSTITUTIONALISED", "RESERVIST", "HEALTH", "FAMILY_CARE"})
    @DisplayName("N7 since when, and until when it is expected to last, are on record")
    void bothDays(Exit.Kind kind) {
        Story story = Story.participating().on(SINCE);
        story.decides(wish(kind, null, SINCE.plusDays(200))).isRefusedAt("N7", "since");
        story.decides(wish(kind, SINCE, null)).isRefusedAt("N7", "expectedUntil");
    }

    @ParameterizedTest
    @EnumSource(
            value = Exit.Kind.class,
            names = {"DECEASED", "INSTITUTIONALISED", "RESERVIST", "HEALTH", "FAMILY_CARE", "RESIDENTIAL_PROGRAMME"})
    @DisplayName("N7 every exemption needs its note and its documentation")
    void everyExemption(Exit.Kind kind) {
        Story story = Story.participating().on(SINCE);
        story.decides(new ExitRules.Wish(kind, "why", " ", "d", SINCE, SINCE.plusDays(200), false, false, true, "w"))
                .isRefusedAt("N7", "note");
        story.decides(new ExitRules.Wish(kind, "why", "n", null, SINCE, SINCE.plusDays(200), false, false, true, "w"))
                .isRefusedAt("N7", "document");
    }

    @ParameterizedTest
    @EnumSource(
            value = Exit.Kind.class,
            names = {"RESERVIST", "HEALTH", "FAMILY_CARE"})
    @DisplayName("Y9 N7 whoever is expected back is not exited, whichever of these it is")
    void expectedBack(Exit.Kind kind) {
        Story.participating()
                .on(SINCE)
                .decides(new ExitRules.Wish(kind, "why", "n", "d", SINCE, SINCE.plusDays(200), true, false, true, "w"))
                .isRefused("Y9", "expected back");
    }

    @Test
    @DisplayName("N7 a custody that began the day after the participation did is no longer the one enrolled from")
    void custodyOfTheNextDay() {
        Story story = Story.participating().on(SINCE);
        LocalDate next = Story.DAY.plusDays(1);
        story.decides(wish(Exit.Kind.INSTITUTIONALISED, next, next.plusDays(91)))
                .announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("N8 staff end a participation for a job where policy says so and a job is on record, else not")
    void employmentByHand() {
        Story story = Story.participating().on(SINCE);
        ExitRules.Wish found = wish(Exit.Kind.EMPLOYMENT, null, null);
        story.findsJob(SINCE).decides(found).isRefusedAt("N8", "kind");
        story.terms = Story.terms(90, true);
        story.decides(found).announces(EnrolmentEvent.Exited.class);
        Story without = Story.participating().on(SINCE);
        without.terms = Story.terms(90, true);
        without.decides(found).isRefused("N8", "No job");
    }

    @Test
    @DisplayName("N7 what has ended is not ended again")
    void endedAlready() {
        Story story = Story.participating().on(SINCE);
        story.decides(wish(Exit.Kind.DECEASED, null, null)).announces(EnrolmentEvent.Exited.class);
        int announced = story.announced.size();
        story.decides(wish(Exit.Kind.DECEASED, null, null)).isRefused("N7", "no participation");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
    }

    @Test
    @DisplayName("N7 N8 an exemption is no positive exit even with a job on record, and keeps its papers")
    void exemptionWithAJob() {
        Story story = Story.participating().on(SINCE).findsJob(SINCE);
        story.decides(wish(Exit.Kind.HEALTH, SINCE, SINCE.plusDays(120)));
        Exit exit = story.exit();
        assertThat(exit.positive()).isFalse();
        assertThat(exit.kind().isExemption()).isTrue();
        assertThat(exit.note()).isEqualTo("note-1");
        assertThat(exit.document()).isEqualTo("letter.pdf");
        assertThat(exit.expectedUntil()).isEqualTo(SINCE.plusDays(120));
        assertThat(exit.by()).isEqualTo("w");
        assertThat(Exit.Kind.NO_SERVICE.isExemption()).isFalse();
        assertThat(Exit.Kind.EMPLOYMENT.isExemption()).isFalse();
    }

    @Test
    @DisplayName("N8 a job found after the exit ends nothing a second time, also where employment ends a participation")
    void jobAfterTheExit() {
        Story story = Story.participating();
        story.terms = Story.terms(90, true);
        story.after(90).visited();
        Exit before = story.exit();
        story.after(5).findsJob(story.today).announces(EnrolmentEvent.PlacementRecorded.class);
        assertThat(story.exit()).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "N7 Y11 what was given after the decision moves no exit, and undoes none; what was given on its day does move it")
    void givenAfterTheDecision() {
        Story story = Story.participating().after(10);
        story.records(new ServiceRules.Entry(
                        "long", story.programme, "COUNSEL", story.today, null, null, null, "yes", null, "w"))
                .proven("long", story.today);
        story.on(SINCE).decides(wish(Exit.Kind.DECEASED, null, null));
        assertThat(story.exit().on()).isEqualTo(Story.DAY.plusDays(10));
        story.after(3).proven("long", SINCE.plusDays(1)).announces(EnrolmentEvent.ServiceEvidenced.class);
        assertThat(story.exit().on()).isEqualTo(Story.DAY.plusDays(10));
        story.proven("long", SINCE).announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().on()).isEqualTo(SINCE);
    }
}
