package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Records.FIRST;
import static org.throughcare.participant.enrolment.Records.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Result;

/** Two records of one person have one exit, which the services under both move. */
class OneExitUnderAllIdsTest {

    private final Records records = new Records();

    private void announcesNothing(Runnable what) {
        List<Happened> before = List.copyOf(records.announced());
        what.run();
        assertThat(records.announced()).isEqualTo(before);
    }

    private List<Object> since(int announced) {
        return records.announced().stream()
                .skip(announced)
                .<Object>map(Object::getClass)
                .toList();
    }

    @Test
    @DisplayName(
            "H8 Y5 Y11 who was served last under the alias is warned and exits by that service, and the screen says so")
    void aliasServedLast() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        records.until(day(50));
        String last = records.given(alias, day(50));
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.last())
                .isEqualTo(new EnrolmentEvent.ServicesCountedTogether(List.of(alias.toString()), day(50), day(140)));
        EnrolmentSnapshot now = records.ofPerson(alias);
        assertThat(now.participant()).isEqualTo(survivor.toString());
        assertThat(now.exitProjectedOn()).isEqualTo(day(140));
        assertThat(now.warnFrom()).isEqualTo(day(126));
        EnrolmentSnapshot.LastService shown = Objects.requireNonNull(now.lastService());
        assertThat(shown.id()).isEqualTo(last);
        assertThat(shown.on()).isEqualTo(day(50));
        assertThat(shown.under()).isEqualTo(alias.toString());

        int before = records.announced().size();
        records.until(day(125));
        assertThat(since(before)).isEmpty();
        records.until(day(126));
        assertThat(records.last()).isEqualTo(new EnrolmentEvent.ExitWarned(day(50), day(140)));
        records.until(day(139));
        assertThat(since(before)).containsExactly(EnrolmentEvent.ExitWarned.class);
        records.until(day(141));
        assertThat(since(before)).containsExactly(EnrolmentEvent.ExitWarned.class, EnrolmentEvent.Exited.class);
        assertThat(records.exitOn(survivor)).isEqualTo(day(50));
        assertThat(records.snapshot(alias).state()).as("rests").isEqualTo(Enrolment.State.PARTICIPATING);
    }

    @Test
    @DisplayName("Y5 Y11 the last service under its own id is named without another")
    void ownServedLast() {
        UUID alias = records.participating();
        records.until(day(30));
        UUID survivor = records.participating();
        records.merge(alias, survivor);
        records.hearsAll();
        EnrolmentSnapshot.LastService last =
                Objects.requireNonNull(records.ofPerson(survivor).lastService());
        assertThat(last.on()).isEqualTo(day(30));
        assertThat(last.under()).isNull();
    }

    @Test
    @DisplayName(
            "H8 a merge that adds nothing to the clock announces nothing, and news that comes twice does nothing twice")
    void nothingNew() {
        UUID alias = records.enrolled();
        UUID enrolledOnly = records.enrolled();
        UUID longAgo = records.participating();
        records.until(day(200));
        UUID survivor = records.participating();
        announcesNothing(() -> {
            records.merge(alias, survivor);
            records.merge(enrolledOnly, survivor);
            records.merge(longAgo, survivor);
            records.hearsAll();
        });
        UUID another = records.participating();
        records.merge(another, survivor);
        int before = records.announced().size();
        records.hears(survivor).hears(another);
        assertThat(since(before)).containsExactly(EnrolmentEvent.ServicesCountedTogether.class);
        announcesNothing(() -> records.hears(another).hears(survivor).hears(another));
        announcesNothing(() -> records.hears(UUID.randomUUID()));
    }

    @Test
    @DisplayName("H8 Y11 an exit that was decided before the merge is undone by the alias's service given in time")
    void undone() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.enrolled();
        String last = records.given(alias, day(50));
        records.until(day(100));
        assertThat(records.exitOn(survivor)).isEqualTo(FIRST);
        String exit = Objects.requireNonNull(records.snapshot(survivor).exit()).id();
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.last()).isEqualTo(new EnrolmentEvent.ExitUndone(exit, last));
        assertThat(records.endsOn(survivor)).isEqualTo(day(140));
        records.until(day(140));
        assertThat(records.exitOn(survivor)).isEqualTo(day(50));
    }

    @Test
    @DisplayName(
            "H8 Y11 an exit that has come by the alias's service as well keeps its id and is dated to that service")
    void datedAnew() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.participating();
        records.until(day(160));
        String exit = Objects.requireNonNull(records.snapshot(survivor).exit()).id();
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.last()).isEqualTo(new EnrolmentEvent.Exited(exit, day(50), Exit.Kind.NO_SERVICE, false));
        records.unmerge(alias);
        records.hearsAll();
        assertThat(records.last()).isEqualTo(new EnrolmentEvent.Exited(exit, FIRST, Exit.Kind.NO_SERVICE, false));
    }

    @Test
    @DisplayName(
            "H8 Y11 a service under the alias on the eighty-ninth day holds the exit off, on the ninetieth it comes too late")
    void justInTime() {
        UUID survivor = records.participating();
        UUID tooLate = records.participating();
        records.until(day(89));
        UUID alias = records.participating();
        records.merge(alias, survivor);
        records.until(day(90));
        UUID late = records.participating();
        records.merge(late, tooLate);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(179));
        assertThat(records.exitOn(tooLate)).isEqualTo(FIRST);
        assertThat(records.ofPerson(tooLate).exitProjectedOn())
                .as("another participation, which goes on")
                .isEqualTo(day(180));
    }

    @Test
    @DisplayName("H8 Y9 a gap planned under the alias holds the exit off, and no other is planned over it")
    void gap() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        assertThat(records.plansGap(alias, day(60), day(160))).isInstanceOf(Result.Done.class);
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(161));
        assertThat(Objects.requireNonNull(records.snapshot(survivor).gap()).until())
                .isEqualTo(day(160));
        assertThat(records.plansGap(survivor, day(150), day(250))).isInstanceOf(Result.Refused.class);
        records.unmerge(alias);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(90));
        assertThat(records.snapshot(survivor).gap()).isNull();
    }

    @Test
    @DisplayName("H8 N4 proof that comes late for a service under the alias moves the survivor's exit")
    void lateProof() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        records.until(day(40));
        String service = records.id();
        assertThat(records.attempted(alias, service, day(40))).isInstanceOf(Result.Done.class);
        records.until(day(60));
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(90));
        records.until(day(95));
        assertThat(records.exitOn(survivor)).isEqualTo(FIRST);
        records.proves(alias, service, day(40));
        records.hears(alias);
        assertThat(records.exitOn(survivor)).isNull();
        assertThat(records.endsOn(survivor)).isEqualTo(day(130));
    }

    @Test
    @DisplayName("Y11 the clock's visit counts what was given under the alias though no news of it has come")
    void visitWithoutNews() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.participating();
        records.merge(alias, survivor);
        records.until(day(120));
        assertThat(records.exitOn(survivor)).isNull();
        assertThat(records.endsOn(survivor)).isEqualTo(day(140));
        records.unmerge(alias);
        records.until(day(126));
        assertThat(records.exitOn(survivor))
                .as("nor of what does not count any more")
                .isEqualTo(FIRST);
    }

    @Test
    @DisplayName("H8 Y11 un-merged in time, the exit is again that of its own services; nothing of the other is left")
    void unmerged() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.participating();
        Enrolment survivorBefore = records.enrolment(survivor);
        Enrolment aliasBefore = records.enrolment(alias);
        records.merge(alias, survivor);
        records.hearsAll();
        records.unmerge(alias);
        records.hearsAll();
        assertThat(records.last()).isEqualTo(new EnrolmentEvent.ServicesCountedTogether(List.of(), FIRST, day(90)));
        assertThat(records.enrolment(survivor)).isEqualTo(survivorBefore);
        assertThat(records.enrolment(alias)).isEqualTo(aliasBefore);
    }

    @Test
    @DisplayName(
            "H8 Y11 un-merged after the own end has passed, the participation ends at once, dated back to its own last service")
    void unmergedTooLate() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.participating();
        records.merge(alias, survivor);
        records.hearsAll();
        records.until(day(100));
        String service = records.given(survivor, day(100));
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(190));
        records.until(day(110));
        records.unmerge(alias);
        records.hearsAll();
        records.visits(survivor);
        Exit exit = Objects.requireNonNull(records.enrolment(survivor).period().exit());
        assertThat(exit.on()).isEqualTo(FIRST);
        assertThat(exit.decidedOn()).isEqualTo(day(110));
        assertThat(records.enrolment(survivor).period().service(service))
                .as("stays on record")
                .isPresent();
        assertThat(records.endsOn(alias)).as("the other person's").isEqualTo(day(140));
        records.enrols(survivor);
        records.given(survivor, day(110));
        assertThat(records.endsOn(survivor)).as("enrolled anew").isEqualTo(day(200));
    }

    @Test
    @DisplayName("H8 a period that is over and followed by another keeps its end, and nothing of the other id")
    void followedByAnother() {
        UUID survivor = records.participating();
        records.until(day(50));
        UUID alias = records.participating();
        records.merge(alias, survivor);
        records.hearsAll();
        records.until(day(140));
        records.enrols(survivor);
        records.given(survivor, day(140));
        announcesNothing(records::hearsAll);
        assertThat(records.endsOn(survivor)).isEqualTo(day(230));
        Period over = records.enrolment(survivor).earlier().getFirst();
        assertThat(Objects.requireNonNull(over.exit()).on()).isEqualTo(day(50));
        assertThat(over.beside()).isEmpty();
    }

    @Test
    @DisplayName(
            "H8 two aliases count, each for as long as its merge stands, and a record merged into neither does not")
    void twoAliases() {
        UUID survivor = records.participating();
        UUID stranger = records.participating();
        records.until(day(50));
        UUID one = records.participating();
        records.until(day(80));
        UUID two = records.participating();
        records.given(stranger, day(80));
        records.merge(one, survivor);
        records.merge(two, survivor);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(170));
        records.unmerge(two);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(140));
        assertThat(records.endsOn(two)).isEqualTo(day(170));
        records.merge(two, survivor);
        records.unmerge(one);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(170));
    }

    @Test
    @DisplayName("H8 one alias holds together what the other could not reach alone")
    void bridge() {
        UUID survivor = records.participating();
        records.until(day(60));
        UUID bridge = records.participating();
        records.until(day(120));
        UUID far = records.participating();
        assertThat(records.exitOn(survivor)).isEqualTo(FIRST);
        records.merge(far, survivor);
        announcesNothing(records::hearsAll);
        assertThat(records.exitOn(survivor)).isEqualTo(FIRST);
        records.merge(bridge, survivor);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(210));
    }

    @Test
    @DisplayName(
            "H8 where the survivor takes part in nothing, the first alias's exit counts the other's services; the other rests")
    void aliasesAlone() {
        UUID survivor = records.takenIn();
        UUID one = records.participating();
        UUID two = records.participating();
        records.until(day(50));
        records.given(two, day(50));
        records.merge(one, survivor);
        records.merge(two, survivor);
        records.hearsAll();
        assertThat(records.endsOn(one)).isEqualTo(day(140));
        assertThat(records.enrolment(two).period().beside()).isEmpty();
        records.until(day(140));
        assertThat(records.exitOn(one)).isEqualTo(day(50));
        assertThat(records.exitOn(two)).as("rests").isNull();
    }

    @Test
    @DisplayName("H8 once the survivor is enrolled, the survivor's clock counts and the alias's is its own again")
    void survivorBegins() {
        UUID survivor = records.takenIn();
        UUID alias = records.participating();
        records.until(day(30));
        records.merge(alias, survivor);
        records.enrols(survivor);
        records.hearsAll();
        assertThat(records.ofPerson(survivor).exitProjectedOn()).isEqualTo(day(90));
        String service = records.id();
        assertThat(records.attempted(survivor, service, day(30))).isInstanceOf(Result.Done.class);
        records.hearsAll();
        assertThat(records.ofPerson(survivor).exitProjectedOn())
                .as("nothing is proven of the survivor's, so the alias's service is the last")
                .isEqualTo(day(90));
        records.proves(survivor, service, day(30));
        records.hearsAll();
        assertThat(records.ofPerson(survivor).exitProjectedOn()).isEqualTo(day(120));
    }

    @Test
    @DisplayName(
            "Y5 programmes under both ids are one participation: their terms bind together, and apart once un-merged")
    void coEnrolment() {
        UUID survivor = records.participating();
        UUID alias = records.takenIn();
        records.enrols(alias, Programme.LEAP, FundSource.LEAP_GRANT);
        records.enrols(alias, Programme.CHICAGO, FundSource.WIOA_ADULT);
        records.given(alias, FIRST);
        List<String> own =
                Objects.requireNonNull(records.enrolment(survivor).terms()).policies();
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(Objects.requireNonNull(records.enrolment(survivor).terms()).policies())
                .hasSize(2)
                .containsAll(own);
        records.until(day(20));
        records.given(survivor, day(20));
        announcesNothing(records::hearsAll);
        assertThat(Objects.requireNonNull(records.enrolment(survivor).terms()).policies())
                .as("by a new service as well")
                .hasSize(2);
        records.unmerge(alias);
        records.hearsAll();
        assertThat(Objects.requireNonNull(records.enrolment(survivor).terms()).policies())
                .isEqualTo(own);
    }

    @Test
    @DisplayName(
            "H8 N7 what staff decided stays decided: it is dated to the last service under any id until that day, and goes back")
    void decidedByStaff() {
        UUID survivor = records.participating();
        records.until(day(30));
        UUID alias = records.participating();
        records.until(day(40));
        assertThat(records.exits(survivor, Exit.Kind.HEALTH)).isInstanceOf(Result.Done.class);
        records.until(day(60));
        records.given(alias, day(60));
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.exitOn(survivor)).isEqualTo(day(30));
        assertThat(records.snapshot(survivor).exit())
                .extracting(EnrolmentSnapshot.Ended::kind)
                .isEqualTo(Exit.Kind.HEALTH);
        records.unmerge(alias);
        records.hearsAll();
        assertThat(records.exitOn(survivor)).isEqualTo(FIRST);
    }

    @Test
    @DisplayName("H8 N7 what was given before staff ended it under the alias counts, and nothing reaches past that end")
    void endedUnderTheAlias() {
        UUID alias = records.participating();
        records.until(day(30));
        UUID survivor = records.participating();
        records.until(day(50));
        records.given(alias, day(50));
        assertThat(records.exits(alias, Exit.Kind.HEALTH)).isInstanceOf(Result.Done.class);
        records.until(day(60));
        UUID later = records.enrolled();
        assertThat(records.attempted(later, records.id(), day(60))).isInstanceOf(Result.Done.class);
        records.merge(alias, survivor);
        records.hearsAll();
        assertThat(records.endsOn(survivor)).isEqualTo(day(140));
        records.unmerge(alias);
        records.merge(alias, later);
        records.hearsAll();
        assertThat(records.endsOn(later)).as("its own first day").isEqualTo(day(150));
    }

    @Test
    @DisplayName(
            "H8 a merge, an un-merge and a service at the same moment: once all is heard the exit is that of what is on record")
    void race() throws Exception {
        for (int round = 0; round < 40; round++) {
            Records here = new Records();
            UUID survivor = here.participating();
            UUID alias = here.participating();
            UUID other = here.participating();
            here.until(day(20));
            here.merge(other, survivor);
            List<Future<?>> all = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                all.add(threads.submit(() -> {
                    here.merge(alias, survivor);
                    here.hears(alias).hears(survivor);
                }));
                all.add(threads.submit(() -> {
                    here.given(alias, day(20));
                    here.hears(alias);
                }));
                all.add(threads.submit(() -> {
                    here.given(other, day(15));
                    here.hears(other);
                    here.unmerge(other);
                    here.hears(other).hears(survivor);
                }));
                all.add(threads.submit(() -> {
                    here.given(survivor, day(10));
                    here.hears(survivor);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            here.hearsAll();
            assertThat(here.endsOn(survivor)).as("round %d", round).isEqualTo(day(110));
            assertThat(here.enrolment(survivor).period().beside())
                    .extracting(PeriodBeside::participant)
                    .containsExactly(alias.toString());
        }
    }
}
