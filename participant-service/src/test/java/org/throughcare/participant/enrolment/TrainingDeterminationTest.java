package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class TrainingDeterminationTest {

    private static final Set<String> GOALS = Set.of("goal-1");

    /** Enrolled on DAY under this fund source, with the first service, ten days later. */
    private static Story under(FundSource source) {
        return new Story()
                .in(Programme.WIOA_MONTGOMERY, source)
                .eligible()
                .enrols()
                .gives("08")
                .proven()
                .after(10);
    }

    private static Story withCaseManagement(FundSource source) {
        return under(source).gives("CM").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    private static Story determines(Story story, String id, LocalDate on, boolean inNeed, boolean able) {
        return determines(
                story,
                new TrainingDetermination(
                        id,
                        TrainingDetermination.Basis.INTERVIEW,
                        on,
                        null,
                        on,
                        inNeed,
                        able,
                        "no work without a licence",
                        "w"));
    }

    private static Story determines(Story story, TrainingDetermination determination) {
        return story.does(story.enrolment.determineNeedOfTraining(
                determination, List.of(Story.catalogue(story.programme, null, false)), story.today));
    }

    private static Story trains(Story story, LocalDate from) {
        return story.records(
                new ServiceRules.Entry(
                        "training-" + from,
                        story.programme,
                        "OST",
                        from,
                        null,
                        "goal-1",
                        null,
                        "lower did not do",
                        null,
                        "w"),
                Story.catalogue(story.programme, null, false),
                GOALS);
    }

    @Test
    @DisplayName(
            "N14 training of a dislocated worker is refused without a determination, and what is allowed next is said")
    void refused() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER);
        int announced = story.announced.size();
        trains(story, story.today).isRefused("N14", "no need of training was determined");
        assertThat(Objects.requireNonNull(story.refusal).allowed()).contains("determine the need of training");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
    }

    @Test
    @DisplayName("N14 a determination of the first day of training is in time, one of the day after is not")
    void inTime() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER);
        determines(story, "d-1", story.today, true, true).announces(EnrolmentEvent.NeedOfTrainingDetermined.class);
        trains(story, story.today.minusDays(1)).isRefused("N14", "no need of training");
        trains(story, story.today).announces(EnrolmentEvent.ServiceRecorded.class);
        assertThat(story.snapshot().trainingDeterminations())
                .singleElement()
                .satisfies(d -> assertThat(d.positive()).isTrue());
    }

    @Test
    @DisplayName("N14 in need but not able, or able but not in need, is not positive; the last determination decides")
    void bothMustBe() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER);
        determines(story, "d-1", story.today, true, false);
        trains(story, story.today).isRefused("N14", "would not succeed");
        determines(story, "d-2", story.today, false, true);
        trains(story, story.today).isRefused("N14", "no training is needed");
        determines(story, "d-3", story.today, true, true);
        trains(story, story.today).announces(EnrolmentEvent.ServiceRecorded.class);
        story.after(1);
        determines(story, "d-4", story.today, true, false);
        trains(story, story.today).isRefused("N14", "would not succeed");
    }

    @Test
    @DisplayName("N14 it comes after case management: of the same day is enough, of the day after is not")
    void caseManagement() {
        Story story = under(FundSource.WIOA_DISLOCATED_WORKER);
        int announced = story.announced.size();
        determines(story, "d-1", story.today, true, true).isRefused("N14", "No case management");
        assertThat(Objects.requireNonNull(story.refusal).allowed()).containsExactly("record case management");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
        story.gives("CM");
        determines(story, "d-2", story.today.minusDays(1), true, true).isRefused("N14", "No case management");
        determines(story, "d-3", story.today, true, true).announces(EnrolmentEvent.NeedOfTrainingDetermined.class);
    }

    @Test
    @DisplayName(
            "N14 it rests on an interview, evaluation or assessment of that day or before, has its grounds, and lies not ahead")
    void basis() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER);
        LocalDate on = story.today;
        determines(story, determination(on.plusDays(1), on, "grounds")).isRefusedAt("N14", "basisOn");
        determines(story, determination(on, on, " ")).isRefusedAt("N14", "grounds");
        determines(story, determination(on, on.plusDays(1), "grounds")).isRefusedAt("N14", "on");
        determines(story, determination(on, on, "grounds")).announces(EnrolmentEvent.NeedOfTrainingDetermined.class);
        determines(story, determination(on, on, "grounds")).isRefused("determination-known", "already");
    }

    private static TrainingDetermination determination(LocalDate basisOn, LocalDate on, String grounds) {
        return new TrainingDetermination(
                "d", TrainingDetermination.Basis.ASSESSMENT, basisOn, "note-1", on, true, true, grounds, "w");
    }

    @Test
    @DisplayName("N14 youth are not asked, and a lower service of an adult is not either")
    void notAsked() {
        Story youth = under(FundSource.WIOA_YOUTH);
        trains(youth, youth.today).announces(EnrolmentEvent.ServiceRecorded.class);
        under(FundSource.WIOA_DISLOCATED_WORKER).gives("CAREER").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("N14 what was determined in an earlier participation lets nobody train in the next")
    void nextParticipation() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER);
        determines(story, "d-1", story.today, true, true);
        story.on(Story.DAY.plusDays(90))
                .visited()
                .after(30)
                .eligible()
                .enrols()
                .gives("08")
                .proven();
        trains(story, story.today).isRefused("N14", "no need of training");
    }

    @Test
    @DisplayName(
            "N14 the last determination is the one of the latest day, also when one of an earlier day is entered after it")
    void enteredLate() {
        Story story = withCaseManagement(FundSource.WIOA_DISLOCATED_WORKER).after(2);
        determines(story, "d-1", story.today, true, true);
        determines(story, "d-2", story.today.minusDays(1), true, false)
                .announces(EnrolmentEvent.NeedOfTrainingDetermined.class);
        trains(story, story.today).announces(EnrolmentEvent.ServiceRecorded.class);
        trains(story, story.today.minusDays(1)).isRefused("N14", "would not succeed");
    }
}
