package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.InMemoryAggregates;

class WatchingTheExitClockTest {

    private static Story unproven() {
        Story story = new Story();
        story.enrolment = Enrolment.empty(new UUID(0, 1).toString(), Shipped.SITE.toString(), Story.CHICAGO);
        return story.eligible().enrols().gives("08").proven().after(60).gives("CAREER");
    }

    private static Story looks(Story story, List<Evidence> onFile) {
        String last = story.lastRecorded().id();
        TermsInForce terms = new TermsInForce(new Shipped(), new Shipped());
        Aliases nobodyMerged = new Aliases(new InMemoryAggregates<>((_, _) -> null));
        InMemoryAggregates<Enrolment> enrolments = new InMemoryAggregates<>((_, _) -> null);
        WatchingTheExitClock watching = new WatchingTheExitClock(
                terms,
                (participant, service, appointment, zone) -> service.equals(last) ? onFile : List.of(),
                new CountingUnderAllIds(
                        () -> enrolments,
                        nobodyMerged,
                        new Resting<>(nobodyMerged, () -> enrolments, (_, _) -> false),
                        terms,
                        new BusinessClock()));
        return story.does(watching.visit(
                story.enrolment, story.today.atStartOfDay(Story.CHICAGO).toInstant()));
    }

    @Test
    @DisplayName(
            "Y11 N4 before anybody exits, a note on file that was passed over is counted, and the participation goes on")
    void overlooked() {
        Story story = unproven();
        Evidence note = new Evidence("note-7", Evidence.Kind.NOTE, story.today);
        story.on(Story.DAY.plusDays(90));
        looks(story, List.of(note)).announces(EnrolmentEvent.ServiceEvidenced.class);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(150));
        looks(story, List.of(note)).isStill(Enrolment.State.PARTICIPATING);
        looks(story.on(Story.DAY.plusDays(150)), List.of(note)).announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("Y11 with nothing on file it ends, and who no longer takes part is not looked at again")
    void nothingOnFile() {
        Story story = unproven().on(Story.DAY.plusDays(90));
        looks(story, List.of()).announces(EnrolmentEvent.Exited.class);
        looks(story, List.of(new Evidence("note-7", Evidence.Kind.NOTE, Story.DAY.plusDays(60))))
                .announcesNothing();
    }
}
