package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Records.FIRST;
import static org.throughcare.participant.enrolment.Records.day;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Result;

/** What follows the one exit of two records of one person: whether it is positive, who is followed up, and from when. */
class FollowedUpUnderAllIdsTest {

    private final Records records = new Records();

    private EnrolmentSnapshot.Ended exit(UUID id) {
        return Objects.requireNonNull(records.snapshot(id).exit());
    }

    private void merge(UUID alias, UUID into) {
        records.merge(alias, into);
        records.hearsAll();
    }

    private void unmerge(UUID alias) {
        records.unmerge(alias);
        records.hearsAll();
    }

    @Test
    @DisplayName(
            "H8 N8 a job that is on record under the alias makes the exit positive, and starts an adult's follow-up")
    void jobUnderTheAlias() {
        UUID survivor = records.participating(FundSource.WIOA_ADULT);
        UUID alias = records.participating(FundSource.WIOA_ADULT);
        records.until(day(30));
        records.done(records.findsJob(alias, day(30)));
        merge(alias, survivor);
        records.until(day(90));
        assertThat(exit(survivor).positive()).isTrue();
        assertThat(records.last())
                .isEqualTo(new EnrolmentEvent.Exited(exit(survivor).id(), FIRST, Exit.Kind.NO_SERVICE, true));
        EnrolmentSnapshot now = records.snapshot(survivor);
        assertThat(now.followUps()).hasSize(5);
        assertThat(now.followUpEndsOn()).isEqualTo(day(30).plusMonths(12));
        assertThat(Objects.requireNonNull(now.placement()).startedOn()).isEqualTo(day(30));
        assertThat(now.placements()).as("stays on record under the alias").isEmpty();
    }

    @Test
    @DisplayName(
            "H8 N8 merged after the exit, it is positive from then on; un-merged, it is not, and what was due goes")
    void mergedAfterwards() {
        UUID survivor = records.participating(FundSource.WIOA_ADULT);
        UUID alias = records.participating(FundSource.WIOA_ADULT);
        records.until(day(30));
        records.done(records.findsJob(alias, day(30)));
        records.until(day(95));
        assertThat(exit(survivor).positive()).isFalse();
        Enrolment before = records.enrolment(survivor);
        assertThat(records.snapshot(survivor).followUps()).isEmpty();
        merge(alias, survivor);
        assertThat(exit(survivor).positive()).isTrue();
        assertThat(exit(survivor).id())
                .isEqualTo(Objects.requireNonNull(before.period().exit()).id());
        assertThat(records.snapshot(survivor).followUps()).hasSize(5);
        assertThat(records.last()).isInstanceOf(EnrolmentEvent.ServicesCountedTogether.class);
        List<Happened> announced = List.copyOf(records.announced());
        records.hears(alias).hears(survivor).hearsAll();
        assertThat(records.announced()).as("news that comes twice").isEqualTo(announced);
        unmerge(alias);
        assertThat(records.enrolment(survivor)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "H8 N8 a job begun on the day of the decision counts, one begun on the day after does not, under either id")
    void bound() {
        UUID onTheDay = records.participating(FundSource.WIOA_ADULT);
        UUID dayAfter = records.participating(FundSource.WIOA_ADULT);
        UUID aliasOnTheDay = records.participating(FundSource.WIOA_ADULT);
        UUID aliasDayAfter = records.participating(FundSource.WIOA_ADULT);
        UUID own = records.participating(FundSource.WIOA_ADULT);
        records.until(day(91));
        assertThat(exit(own).decidedOn()).isEqualTo(day(90));
        records.done(records.findsJob(aliasOnTheDay, day(90)));
        records.done(records.findsJob(aliasDayAfter, day(91)));
        merge(aliasOnTheDay, onTheDay);
        merge(aliasDayAfter, dayAfter);
        assertThat(exit(onTheDay).positive()).isTrue();
        assertThat(exit(dayAfter).positive()).isFalse();
        assertThat(records.snapshot(dayAfter).followUps())
                .as("followed all the same, for there is a job")
                .hasSize(5);
        records.done(records.findsJob(own, day(90)));
        assertThat(exit(own).positive()).as("entered late").isTrue();
    }

    @Test
    @DisplayName(
            "H8 Y11 of whom nothing is proven under the alias has one exit, the survivor's, however it came to be dated; it is told once")
    void nothingProvenUnderTheAlias() {
        UUID survivor = records.participating();
        UUID alias = records.enrolled();
        records.until(day(15));
        String unproven = records.id();
        records.done(records.attempted(alias, unproven, day(15)));
        merge(alias, survivor);
        records.until(day(95));
        records.hearsAll();
        assertThat(exit(survivor).on()).isEqualTo(FIRST);
        assertThat(records.snapshot(survivor).oneWith())
                .containsExactly(records.snapshot(alias).period());
        assertThat(records.ofPerson(alias).state()).isEqualTo(Enrolment.State.EXITED);
        records.until(day(200));
        records.hearsAll();
        assertThat(records.snapshot(alias).state()).as("rests").isEqualTo(Enrolment.State.PARTICIPATING);
        assertThat(records.announced())
                .filteredOn(EnrolmentEvent.Exited.class::isInstance)
                .hasSize(1);
        records.proves(alias, unproven, day(15));
        records.hearsAll();
        assertThat(exit(survivor).on()).isEqualTo(day(15));
        unmerge(alias);
        records.visits(alias);
        assertThat(exit(alias).on()).as("its own again").isEqualTo(day(15));
        assertThat(records.snapshot(survivor).oneWith()).isEmpty();
    }

    @Test
    @DisplayName("H8 N7 an exemption is not positive, whatever job there is under the alias")
    void exempt() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        records.until(day(20));
        records.done(records.findsJob(alias, day(20)));
        records.done(records.exits(survivor, Exit.Kind.HEALTH));
        merge(alias, survivor);
        assertThat(exit(survivor).positive()).isFalse();
    }

    @Test
    @DisplayName(
            "H8 N8 a job of an earlier participation, which had ended when this one began, counts for nothing here")
    void anotherParticipation() {
        UUID alias = records.participating(FundSource.WIOA_ADULT);
        records.until(day(30));
        records.done(records.findsJob(alias, day(30)));
        records.until(day(90));
        UUID survivor = records.participating(FundSource.WIOA_ADULT);
        List<Happened> before = List.copyOf(records.announced());
        merge(alias, survivor);
        assertThat(records.announced()).isEqualTo(before);
        records.until(day(180));
        assertThat(exit(survivor).positive()).isFalse();
        assertThat(records.snapshot(survivor).followUps()).isEmpty();
    }

    @Test
    @DisplayName(
            "H8 N8 who is followed up from exit by a fund source of the alias is followed up, though an adult alone need not be")
    void fundSources() {
        UUID survivor = records.participating(FundSource.WIOA_ADULT);
        UUID alias = records.participating(FundSource.LEAP_GRANT);
        UUID adult = records.participating(FundSource.WIOA_ADULT);
        records.until(day(10));
        merge(adult, survivor);
        records.until(day(95));
        assertThat(records.snapshot(survivor).followUps()).isEmpty();
        merge(alias, survivor);
        assertThat(records.snapshot(survivor).followUps())
                .extracting(EnrolmentSnapshot.CheckIn::dueOn)
                .first()
                .isEqualTo(FIRST.plusMonths(1));
        unmerge(alias);
        assertThat(records.snapshot(survivor).followUps()).isEmpty();
    }

    @Test
    @DisplayName("H8 N8 from the alias's job an adult's clock runs, when the adult is the alias")
    void adultUnderTheAlias() {
        UUID survivor = records.participating(FundSource.LEAP_GRANT);
        UUID alias = records.participating(FundSource.WIOA_ADULT);
        records.until(day(60));
        records.done(records.findsJob(survivor, day(60)));
        records.until(day(95));
        assertThat(records.snapshot(survivor).followUpEndsOn()).isEqualTo(FIRST.plusMonths(12));
        merge(alias, survivor);
        assertThat(records.snapshot(survivor).followUpEndsOn()).isEqualTo(day(60).plusMonths(12));
    }

    private List<Integer> open(UUID id) {
        return records.snapshot(id).followUps().stream()
                .filter(each -> each.doneOn() == null)
                .map(EnrolmentSnapshot.CheckIn::month)
                .toList();
    }

    @Test
    @DisplayName("H8 Y12 a check-in that was made under the alias is not asked for again; un-merged, it is")
    void madeUnderTheAlias() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        records.until(day(95));
        records.done(records.followsUp(alias, 1, day(95)));
        merge(alias, survivor);
        assertThat(open(survivor)).containsExactly(3, 5, 8, 12);
        assertThat(records.snapshot(survivor).followUps())
                .filteredOn(each -> each.month() == 1)
                .singleElement()
                .satisfies(made -> {
                    assertThat(made.doneOn()).isEqualTo(day(95));
                    assertThat(made.dueOn()).isEqualTo(FIRST.plusMonths(1));
                    assertThat(made.employed()).isTrue();
                    assertThat(made.under()).isEqualTo(alias.toString());
                });
        assertThat(records.followsUp(survivor, 1, day(95))).isInstanceOf(Result.Refused.class);
        records.done(records.followsUp(survivor, 3, day(95)));
        List<Happened> before = List.copyOf(records.announced());
        records.hearsAll();
        assertThat(records.announced()).isEqualTo(before);
        unmerge(alias);
        assertThat(open(survivor)).containsExactly(1, 5, 8, 12);
        assertThat(open(alias)).containsExactly(3, 5, 8, 12);
        records.done(records.followsUp(survivor, 1, day(95)));
        merge(alias, survivor);
        assertThat(records.snapshot(survivor).followUps())
                .as("its own goes first")
                .filteredOn(each -> each.month() == 1)
                .singleElement()
                .satisfies(made -> assertThat(made.under()).isNull());
    }

    @Test
    @DisplayName(
            "H8 Y12 what was made under the alias before the day of the one exit is no follow-up of it, on that day it is")
    void madeBeforeTheExit() {
        UUID survivor = records.participating();
        UUID alias = records.participating();
        records.until(day(89));
        records.given(survivor, day(89));
        records.until(day(92));
        records.done(records.followsUp(alias, 1, day(88)));
        records.done(records.followsUp(alias, 3, day(89)));
        merge(alias, survivor);
        assertThat(records.snapshot(survivor).followUps()).as("goes on").isEmpty();
        records.until(day(179));
        assertThat(exit(survivor).on()).isEqualTo(day(89));
        assertThat(open(survivor)).containsExactly(1, 5, 8, 12);
    }

    @Test
    @DisplayName("H8 N9 lighter follow-up is for youth alone, under all ids")
    void lighter() {
        UUID survivor = records.participating(FundSource.WIOA_YOUTH);
        UUID alias = records.participating(FundSource.SNAP);
        UUID youth = records.participating(FundSource.WIOA_YOUTH);
        UUID alone = records.participating(FundSource.SNAP);
        records.until(day(1));
        merge(alias, survivor);
        assertThat(records.followedLightly(survivor)).isInstanceOf(Result.Refused.class);
        unmerge(alias);
        records.done(records.followedLightly(survivor));
        records.until(day(95));
        int light = records.snapshot(survivor).followUps().size();
        merge(alias, survivor);
        assertThat(records.snapshot(survivor).followUps()).hasSizeGreaterThan(light);
        assertThat(records.followedLightly(alone)).isInstanceOf(Result.Refused.class);
        merge(youth, alone);
        assertThat(records.followedLightly(alone)).as("a youth, and more").isInstanceOf(Result.Refused.class);
    }

    @Test
    @DisplayName("H8 N7 N8 what staff may decide goes by what is on record under all ids: a job, and being a youth")
    void mayBeEnded() {
        UUID survivor = records.participating();
        UUID alias = records.participating(FundSource.WIOA_YOUTH);
        records.until(day(5));
        assertThat(records.exits(survivor, Exit.Kind.RESIDENTIAL_PROGRAMME)).isInstanceOf(Result.Refused.class);
        merge(alias, survivor);
        records.done(records.exits(survivor, Exit.Kind.RESIDENTIAL_PROGRAMME));
    }

    @Test
    @DisplayName(
            "H8 Y2 Y5 participation begins with the first service under any id, where the one had not ended when the other began")
    void begins() {
        UUID early = records.participating();
        UUID earlier = records.participating();
        records.until(day(89));
        UUID survivor = records.participating();
        merge(early, survivor);
        assertThat(records.snapshot(survivor).participationStart()).isEqualTo(FIRST);
        unmerge(early);
        assertThat(records.snapshot(survivor).participationStart()).isEqualTo(day(89));
        records.until(day(90));
        UUID tooLate = records.participating();
        merge(earlier, tooLate);
        assertThat(records.snapshot(tooLate).participationStart()).isEqualTo(day(90));
    }

    @Test
    @DisplayName(
            "H8 Y5 what began on the day on which the clock ran out is another participation, which an earlier job is no outcome of")
    void beganAtTheEnd() {
        UUID survivor = records.participating();
        UUID inTime = records.participating();
        records.until(day(89));
        UUID justBefore = records.participating();
        records.until(day(90));
        UUID alias = records.participating();
        merge(alias, survivor);
        merge(justBefore, inTime);
        assertThat(records.snapshot(survivor).oneWith()).isEmpty();
        assertThat(records.snapshot(inTime).oneWith()).hasSize(1);
    }

    @Test
    @DisplayName(
            "H8 N7 what began after staff had ended the other is another participation, whichever of the two is the alias")
    void endedByStaff() {
        UUID ended = records.participating();
        UUID endedToo = records.participating();
        UUID onTheDay = records.participating();
        records.until(day(10));
        for (UUID each : List.of(ended, endedToo, onTheDay)) {
            records.done(records.exits(each, Exit.Kind.HEALTH));
        }
        UUID sameDay = records.participating();
        records.until(day(11));
        records.given(sameDay, day(11));
        UUID later = records.participating();
        UUID laterToo = records.participating();
        merge(later, ended);
        merge(endedToo, laterToo);
        merge(sameDay, onTheDay);
        assertThat(records.snapshot(ended).oneWith()).isEmpty();
        assertThat(records.snapshot(laterToo).oneWith()).isEmpty();
        assertThat(records.snapshot(laterToo).participationStart()).isEqualTo(day(11));
        assertThat(records.snapshot(onTheDay).oneWith()).hasSize(1);
        assertThat(records.exitOn(onTheDay)).isEqualTo(day(10));
        assertThat(records.ofPerson(onTheDay).exitProjectedOn())
                .as("what is proven after that end goes on under its own id")
                .isEqualTo(day(101));
    }

    @Test
    @DisplayName(
            "H8 Y5 programmes of a participation that is over bind no later one, though its record rests and shows no end")
    void overAndResting() {
        UUID survivor = records.participating();
        UUID alias = records.takenIn();
        records.enrols(alias, Programme.LEAP, FundSource.LEAP_GRANT);
        records.enrols(alias, Programme.CHICAGO, FundSource.WIOA_ADULT);
        records.given(alias, FIRST);
        merge(alias, survivor);
        records.until(day(90));
        assertThat(exit(survivor).on()).isEqualTo(FIRST);
        records.until(day(120));
        records.enrols(survivor);
        records.given(survivor, day(120));
        records.hearsAll();
        assertThat(records.snapshot(alias).state()).as("rests").isEqualTo(Enrolment.State.PARTICIPATING);
        assertThat(records.endsOn(survivor)).isEqualTo(day(210));
        assertThat(Objects.requireNonNull(records.enrolment(survivor).terms()).policies())
                .hasSize(1);
    }
}
