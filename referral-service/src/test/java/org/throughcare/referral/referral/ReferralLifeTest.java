package org.throughcare.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.referral.referral.Referrals.CONSENT;
import static org.throughcare.referral.referral.Referrals.ID;
import static org.throughcare.referral.referral.Referrals.NOW;
import static org.throughcare.referral.referral.Referrals.STAFF;
import static org.throughcare.referral.referral.Referrals.THE_PARTNER;
import static org.throughcare.referral.referral.Referrals.TODAY;
import static org.throughcare.referral.referral.Referrals.WORKER;
import static org.throughcare.referral.referral.Referrals.accepted;
import static org.throughcare.referral.referral.Referrals.asked;
import static org.throughcare.referral.referral.Referrals.draft;
import static org.throughcare.referral.referral.Referrals.happened;
import static org.throughcare.referral.referral.Referrals.inside;
import static org.throughcare.referral.referral.Referrals.refused;
import static org.throughcare.referral.referral.Referrals.released;
import static org.throughcare.referral.referral.Referrals.sent;
import static org.throughcare.referral.referral.Referrals.stands;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.Releases;

class ReferralLifeTest {

    @Test
    @DisplayName("C7 nothing is sent without a release, and nothing is announced")
    void noRelease() {
        Refusal no = refused(draft(false).send(new Releases.None("None is signed."), STAFF, NOW));
        assertThat(no.rule()).isEqualTo("C7");
        assertThat(no.reason()).contains("None is signed.");
    }

    @Test
    @DisplayName("C7 under a release that stands it goes out, and the partner is to be told")
    void release() {
        Decision<Referral> decision = draft(false).send(stands(), STAFF, NOW);
        assertThat(happened(decision)).isEqualTo(new ReferralEvent.ReferralSent(CONSENT, 1));
        assertThat(accepted(decision).tellings())
                .singleElement()
                .satisfies(telling -> assertThat(telling.kind()).isEqualTo(Telling.Kind.REQUESTED))
                .satisfies(telling -> assertThat(telling.kinds()).contains(InformationKind.HOUSING_NEED));
    }

    @Test
    @DisplayName("sent again it is sent once: nothing is announced")
    void sentTwice() {
        assertThat(sent().send(stands(), STAFF, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("C7 a referral that names no kinds of information is refused")
    void noKinds() {
        Refusal no = refused(Referral.draft(
                UUID.randomUUID(), asked(false), new Referral.Start(null, null, 0, null), STAFF.actor(), NOW));
        assertThat(no.field()).isEqualTo("kinds");
    }

    @Test
    @DisplayName("Y14 the partner decides acceptance; staff may only write down who told them")
    void whoMaySet() {
        Refusal no = refused(sent().answer(new Answer.Accepts(null), STAFF, TODAY, NOW));
        assertThat(no.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        Teller onThePhone = new Teller(STAFF.actor(), Party.REQUESTER, "Ms. Alder at the front desk", WORKER);
        Referral written = accepted(sent().answer(new Answer.Accepts(null), onThePhone, TODAY, NOW));
        assertThat(written.history().getLast().toldBy()).isEqualTo("Ms. Alder at the front desk");
    }

    @Test
    @DisplayName("an illegal step is refused with the steps that are allowed")
    void illegalStep() {
        Refusal no = refused(sent().answer(new Answer.Starts(null), THE_PARTNER, TODAY, NOW));
        assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(no.allowed()).containsExactly("ACCEPTED", "REJECTED", "CANCELLED", "ENTERED_IN_ERROR");
    }

    @Test
    @DisplayName("Y14 a change by the partner alerts the case manager; the case manager's own does not")
    void alerts() {
        Referral accepted = accepted(sent().answer(new Answer.Accepts(null), THE_PARTNER, TODAY, NOW));
        assertThat(accepted.alert())
                .isNotNull()
                .satisfies(alert -> assertThat(alert.staff()).isEqualTo(WORKER));
        assertThat(accepted(accepted.alertSeen(WORKER)).alert()).isNull();
        assertThat(accepted(sent().cancel("no longer needed", STAFF, NOW)).alert())
                .isNull();
    }

    @Test
    @DisplayName("C8 an outcome dated today is taken, tomorrow's and one before the referral are refused")
    void outcomeDay() {
        Referral started = accepted(accepted(sent().answer(new Answer.Accepts(null), THE_PARTNER, TODAY, NOW))
                .answer(new Answer.Starts(null), THE_PARTNER, TODAY, NOW));
        assertThat(refused(started.answer(done(TODAY.plusDays(1)), THE_PARTNER, TODAY, NOW))
                        .field())
                .isEqualTo("outcome.on");
        assertThat(refused(started.answer(done(TODAY.minusDays(1)), THE_PARTNER, TODAY, NOW))
                        .field())
                .isEqualTo("outcome.on");
        assertThat(accepted(started.answer(done(TODAY), THE_PARTNER, TODAY, NOW))
                        .progress())
                .isInstanceOf(Progress.Completed.class);
    }

    private static Answer done(LocalDate on) {
        return new Answer.Completes(new Outcome(Outcome.Kind.HOUSED, on), null);
    }

    @Test
    @DisplayName("L15 the start follows the projected date, then the release, then goes back when it is withdrawn")
    void startFollows() {
        Referral planned = accepted(sent().followCustody(inside(LocalDate.of(2026, 3, 20)), 4, NOW));
        assertThat(planned.start().on()).isEqualTo("2026-03-20");
        Decision<Referral> surprise = planned.followCustody(released(LocalDate.of(2026, 3, 3)), 5, NOW);
        assertThat(happened(surprise))
                .isEqualTo(new ReferralEvent.StartReplanned(
                        LocalDate.of(2026, 3, 20), LocalDate.of(2026, 3, 3), "release:release-1"));
        assertThat(accepted(surprise).tellings().getLast().kind()).isEqualTo(Telling.Kind.START_CHANGED);
        Referral back = accepted(accepted(surprise).followCustody(inside(LocalDate.of(2026, 3, 20)), 6, NOW));
        assertThat(back.start().on()).isEqualTo("2026-03-20");
    }

    @Test
    @DisplayName(
            "L15 a return takes the start away and, taken back, gives it back; the partner is told of each, and of nothing twice")
    void returnTakenBack() {
        LocalDate out = LocalDate.of(2026, 3, 3);
        Referral released = accepted(sent().followCustody(released(out), 5, NOW));
        Referral returned = accepted(released.followCustody(inside(null), 6, NOW));
        assertThat(returned.start().on()).isNull();
        Decision<Referral> takenBack = returned.followCustody(released(out), 7, NOW);
        assertThat(happened(takenBack)).isEqualTo(new ReferralEvent.StartReplanned(null, out, "release:release-1"));
        Referral as = accepted(takenBack);
        assertThat(as.start().on()).isEqualTo(out);
        assertThat(as.progress()).isEqualTo(released.progress());
        assertThat(as.tellings()).hasSize(released.tellings().size() + 2);
        assertThat(as.tellings()).extracting(Telling::id).doesNotHaveDuplicates();
        assertThat(as.followCustody(released(out), 7, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(as.followCustody(inside(null), 6, NOW))
                .as("the return, late")
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("L15 older news and the same news again change nothing and announce nothing")
    void olderNews() {
        Referral released = accepted(sent().followCustody(released(LocalDate.of(2026, 3, 3)), 5, NOW));
        assertThat(released.followCustody(inside(LocalDate.of(2026, 3, 20)), 4, NOW))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(released.followCustody(released(LocalDate.of(2026, 3, 3)), 5, NOW))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("L15 a draft follows the date too, and nobody outside is told")
    void draftFollows() {
        Referral moved = accepted(draft(true).followCustody(inside(LocalDate.of(2026, 3, 20)), 1, NOW));
        assertThat(moved.start().on()).isEqualTo("2026-03-20");
        assertThat(moved.tellings()).isEmpty();
    }

    @Test
    @DisplayName("L15 a referral with a day of its own does not follow the release")
    void ownDay() {
        assertThat(draft(false).followCustody(released(TODAY), 1, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("C7 when the release ends, an open referral is cancelled and the partner hears no more than that")
    void stop() {
        Referral stopped = accepted(sent().stop(CONSENT, "revoked", WORKER, NOW));
        assertThat(stopped.progress().status()).isEqualTo(ReferralStatus.CANCELLED);
        assertThat(stopped.readableByPartner()).isFalse();
        assertThat(stopped.tellings().getLast().kind()).isEqualTo(Telling.Kind.STOPPED);
        assertThat(stopped.tellings().getLast().kinds()).isEmpty();
        assertThat(stopped.alert()).isNotNull();
        assertThat(stopped.stop(CONSENT, "revoked", WORKER, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("C7 a finished referral keeps its outcome when the release ends, and closes to the partner's eyes")
    void stopAfterOutcome() {
        Referral done = accepted(accepted(sent().answer(new Answer.Accepts(null), THE_PARTNER, TODAY, NOW))
                .answer(done(TODAY), THE_PARTNER, TODAY, NOW));
        Referral stopped = accepted(done.stop(CONSENT, "revoked", WORKER, NOW));
        assertThat(stopped.progress().status()).isEqualTo(ReferralStatus.COMPLETED);
        assertThat(stopped.readableByPartner()).isFalse();
    }

    @Test
    @DisplayName("C7 the end of another release changes nothing")
    void otherRelease() {
        assertThat(sent().stop(UUID.randomUUID(), "revoked", WORKER, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("C5 training with one option is refused, with two and the participant's choice it is accepted")
    void training() {
        UUID chosen = UUID.randomUUID();
        assertThat(refused(draftTraining(chosen, option(chosen))).rule()).isEqualTo("C5");
        assertThat(draftTraining(chosen, option(chosen), option(UUID.randomUUID())))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(refused(draftTraining(chosen, option(UUID.randomUUID()), option(UUID.randomUUID())))
                        .field())
                .isEqualTo("training.chosen");
    }

    private static TrainingChoice.Option option(UUID listing) {
        return new TrainingChoice.Option(listing, "Institute", new BigDecimal("1200"), 12, 80, "growing");
    }

    private static Decision<Referral> draftTraining(UUID chosen, TrainingChoice.Option... options) {
        Asked plain = asked(false, InformationKind.IDENTITY);
        Asked training = new Asked(
                plain.participant(),
                plain.site(),
                plain.zone(),
                plain.partner(),
                chosen,
                "Welding",
                NeedKind.TRAINING,
                Asked.Origin.CASE_MANAGER,
                "Train",
                List.of(),
                List.of(),
                plain.kinds(),
                false,
                false,
                new TrainingChoice(List.of(options), chosen, "close to home", null),
                WORKER);
        return Referral.draft(UUID.randomUUID(), training, new Referral.Start(null, null, 0, null), STAFF.actor(), NOW);
    }

    @Test
    @DisplayName("Y14 what a partner says with its answer is kept with the step, and goes into no event")
    void note() {
        Decision<Referral> decision = sent().answer(new Answer.Accepts("A bed is kept."), THE_PARTNER, TODAY, NOW);
        assertThat(accepted(decision).history().getLast().note()).isEqualTo("A bed is kept.");
        assertThat(String.valueOf(ReferralSnapshot.of(accepted(decision)))).doesNotContain("A bed is kept.");
    }

    @Test
    @DisplayName("Y14 the same outcome again changes nothing; another one is refused, never passed over")
    void anotherOutcome() {
        Referral started = accepted(accepted(sent().answer(new Answer.Accepts(null), THE_PARTNER, TODAY, NOW))
                .answer(new Answer.Starts(null), THE_PARTNER, TODAY, NOW));
        Referral done = accepted(started.answer(completed(Outcome.Kind.HOUSED), THE_PARTNER, TODAY, NOW));
        assertThat(done.answer(completed(Outcome.Kind.HOUSED), THE_PARTNER, TODAY, NOW))
                .isInstanceOf(Decision.Unchanged.class);
        Refusal no = refused(done.answer(completed(Outcome.Kind.NOT_ENROLLED), THE_PARTNER, TODAY, NOW));
        assertThat(no.reason()).contains("another outcome").contains("HOUSED");
    }

    @Test
    @DisplayName("Y14 rejected again for another reason is refused; held again for another reason is news")
    void anotherReason() {
        Referral rejected =
                accepted(sent().answer(new Answer.Rejects(RejectionReason.NO_CAPACITY, null), THE_PARTNER, TODAY, NOW));
        assertThat(refused(rejected.answer(new Answer.Rejects(RejectionReason.OTHER, null), THE_PARTNER, TODAY, NOW))
                        .reason())
                .contains("NO_CAPACITY");
        Referral held = accepted(accepted(sent().answer(new Answer.Accepts(null), THE_PARTNER, TODAY, NOW))
                .answer(new Answer.Holds("no bed"), THE_PARTNER, TODAY, NOW));
        assertThat(held.answer(new Answer.Holds("no bed"), THE_PARTNER, TODAY, NOW))
                .isInstanceOf(Decision.Unchanged.class);
        Referral still = accepted(held.answer(new Answer.Holds("no key"), THE_PARTNER, TODAY, NOW));
        assertThat(still.history().getLast().note()).isEqualTo("no key");
    }

    @Test
    @DisplayName(
            "H10 a referral says once whether the case manager advocates or brokers; drafted again with more, it is another")
    void help() {
        Referral.Start start = new Referral.Start(null, null, 0, null);
        Asked both = asked(
                List.of(Asked.Help.BROKERING, Asked.Help.ADVOCACY, Asked.Help.BROKERING),
                false,
                InformationKind.IDENTITY);
        assertThat(both.help()).containsExactly(Asked.Help.ADVOCACY, Asked.Help.BROKERING);
        Referral drafted = accepted(Referral.draft(ID, both, start, STAFF.actor(), NOW));
        assertThat(drafted.asked().help()).isEqualTo(both.help());
        assertThat(drafted.revise(both, start)).isInstanceOf(Decision.Unchanged.class);
        Asked less = asked(List.of(Asked.Help.ADVOCACY), false, InformationKind.IDENTITY);
        assertThat(accepted(drafted.revise(less, start)).asked().help()).containsExactly(Asked.Help.ADVOCACY);
    }

    @Test
    @DisplayName(
            "H10 Y14 following up on a referral, staff write down what they were told, by whom; without a name it is refused")
    void followedUp() {
        Teller told = new Teller("staff:" + WORKER, Party.REQUESTER, "Ms Ortiz", WORKER);
        Referral followed = accepted(sent().answer(new Answer.Accepts("A bed from Monday"), told, TODAY, NOW));
        assertThat(followed.history().getLast().by()).isEqualTo("staff:" + WORKER);
        assertThat(followed.history().getLast().toldBy()).isEqualTo("Ms Ortiz");
        assertThat(refused(sent().answer(new Answer.Accepts("A bed from Monday"), STAFF, TODAY, NOW))
                        .reason())
                .contains("Say who at the partner told you");
    }

    private static Answer.Completes completed(Outcome.Kind kind) {
        return new Answer.Completes(new Outcome(kind, TODAY), null);
    }
}
