package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MonitorFlagTest {

    /** A service every so many days, from the day on which the story is. */
    private static Story every(Story story, int days, int times) {
        for (int i = 0; i < times; i++) {
            story.after(days).gives("CAREER", story.today, "again").proven();
        }
        return story;
    }

    private static List<MonitorFlag> flags(Story story) {
        return story.snapshot().flags();
    }

    @Test
    @DisplayName(
            "N4 services that each come on the first day on which the exit is near are flagged, a day earlier they are not")
    void nearFromWhen() {
        assertThat(flags(every(Story.participating(), 75, 3))).isEmpty();
        assertThat(flags(every(Story.participating(), 76, 3)))
                .singleElement()
                .satisfies(f -> assertThat(f.since()).isEqualTo(Story.DAY.plusDays(76)))
                .satisfies(f ->
                        assertThat(f.why()).contains(Story.DAY.plusDays(228).toString(), "14 days"));
    }

    @Test
    @DisplayName(
            "N4 the days on which services were given make the pattern, in whatever order they were entered, each once")
    void days() {
        Story late = Story.participating().after(80).gives("CAREER", late(80), "again");
        ServiceGiven first = late.lastRecorded();
        late.proven(first.id(), first.from());
        late.gives("CAREER", first.from(), "the same day").proven();
        every(late, 80, 1);
        assertThat(flags(late)).as("two days, three services").isEmpty();
        every(late, 80, 1);
        assertThat(flags(late)).hasSize(1);
        Story between = Story.participating();
        every(between, 80, 3).gives("CAREER", late(40), "paper file").proven();
        assertThat(flags(between)).as("entered last, and given in between").isEmpty();
    }

    private static LocalDate late(int days) {
        return Story.DAY.plusDays(days);
    }

    @Test
    @DisplayName("N4 what does not qualify neither makes the pattern nor breaks it")
    void qualifying() {
        Story story = every(Story.participating(), 80, 2).after(40).gives("OUT").proven();
        story.after(40).gives("CAREER", story.today, "again").proven();
        assertThat(flags(story)).hasSize(1);
    }

    @Test
    @DisplayName(
            "N4 Y9 a planned gap excuses the service that it delayed and no other, also when that came on its last day")
    void excused() {
        LocalDate until = Story.DAY.plusDays(92);
        Story story = Story.participating().plansGap(Story.DAY.plusDays(1), until);
        story.on(until).gives("CAREER", until, "back").proven();
        every(story, 80, 2);
        assertThat(flags(story)).as("the return was delayed").isEmpty();
        every(story, 80, 1);
        assertThat(flags(story)).extracting(MonitorFlag::since).containsExactly(until.plusDays(80));
    }

    @Test
    @DisplayName("N4 Y9 a gap that begins with a service has delayed the next one, and not that one")
    void beginsWithIt() {
        Story story = every(Story.participating(), 80, 3);
        story.plansGap(story.today, story.today.plusDays(100));
        assertThat(flags(story)).extracting(MonitorFlag::kind).containsExactly(MonitorFlag.Kind.PADDING);
    }
}
