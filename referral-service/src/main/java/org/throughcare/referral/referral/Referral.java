package org.throughcare.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.known.Releases;

/**
 * A referral to a partner. It is drafted by the case manager, who stays the central point of contact throughout (Y14), and sent under a
 * signed release of information (C7). The partner accepts or rejects, starts, holds, completes or fails; either side may cancel.
 * One that starts with the release follows custody's date for as long as it is open (L15). When the release of information ends,
 * the referral stops: an open one is cancelled, a finished one closes to the partner's eyes.
 *
 * <p>Whatever the partner must be told is put down as a {@link Telling} in the same write as the change.
 *
 * @param consent the release of information it went out under
 * @param stopped that its flow of information ended, and why
 * @param alert news that the case manager has not seen yet
 * @param told how many tellings there ever were; older ones are dropped from the list once they are disclosures
 */
public record Referral(
        UUID id,
        Asked asked,
        Start start,
        Progress progress,
        @Nullable UUID consent,
        @Nullable Stop stopped,
        @Nullable Alert alert,
        List<Step> history,
        List<Telling> tellings,
        int told) {

    private static final int TELLINGS_KEPT = 30;

    /**
     * When the service is to start.
     *
     * @param on day at the site; null while it is not known
     * @param cause what the day rests on; null when staff set it
     * @param custodyRevision of the custody it was last worked out from, so that older news of it changes nothing
     * @param custodyOf whose custody that was, when it is kept under another id of the person (H8); null for the participant's own
     */
    public record Start(
            @Nullable LocalDate on,
            @Nullable String cause,
            long custodyRevision,
            @Nullable String custodyOf) {

        private boolean isNewerThan(KnownCustody custody, long revision, String own) {
            return (custodyOf == null ? own : custodyOf).equals(custody.participant()) && revision < custodyRevision;
        }
    }

    /** The end of the flow of information. */
    public record Stop(UUID consent, String reason, Instant at) {}

    /** @param staff whom it is for */
    public record Alert(UUID staff, ReferralStatus status, Instant at) {}

    /**
     * @param toldBy the person at the partner who said it, when staff wrote it down
     * @param note what was said with it; it is for the case's own people and goes into no event
     */
    public record Step(
            String id,
            ReferralStatus status,
            Instant at,
            String by,
            @Nullable String toldBy,
            @Nullable String note) {}

    public Referral {
        history = history == null ? List.of() : List.copyOf(history);
        tellings = tellings == null ? List.of() : List.copyOf(tellings);
    }

    public static Decision<Referral> draft(UUID id, Asked asked, Start start, String actor, Instant now) {
        if (ReferralRules.refusal(asked) instanceof Refusal no) {
            return Decision.refuse(no);
        }
        Referral drafted = new Referral(
                id,
                asked,
                start,
                new Progress.Draft(),
                null,
                null,
                null,
                List.of(new Step("1", ReferralStatus.DRAFT, now, actor, null, null)),
                List.of(),
                0);
        return Decision.accept(drafted, new ReferralEvent.ReferralDrafted(asked.participant(), asked.partner()));
    }

    /** A draft is written anew; what was sent is not. */
    public Decision<Referral> revise(Asked newly, Start next) {
        if (!(progress instanceof Progress.Draft)) {
            return refuseStep("Only a draft can be rewritten; this referral went out already.");
        }
        if (!newly.participant().equals(asked.participant())) {
            return Decision.refuse(
                    Refusal.invalid("integrity", "participant", "A referral stays with its participant."));
        }
        if (ReferralRules.refusal(newly) instanceof Refusal no) {
            return Decision.refuse(no);
        }
        if (newly.equals(asked) && next.equals(start)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new Referral(id, newly, next, progress, consent, stopped, alert, history, tellings, told),
                new ReferralEvent.ReferralRevised(newly.partner()));
    }

    /** Goes out, under the release of information that the owner has just confirmed (C7). */
    public Decision<Referral> send(Releases.Answer release, Teller by, Instant now) {
        if (!progress.next().contains(ReferralStatus.REQUESTED)) {
            return progress.status() == ReferralStatus.REQUESTED
                    ? Decision.unchanged()
                    : refuseStep("It went out already.");
        }
        return switch (release) {
            case Releases.None none ->
                Decision.refuse(Refusal.conflict(
                        "C7", "Nothing may be sent without a signed release of information. " + none.reason()));
            case Releases.Stands stands -> {
                Referral sent = with(stands.consent())
                        .stepped(new Progress.Requested(now), by, null, now)
                        .telling(Telling.Kind.REQUESTED, now);
                yield Decision.accept(sent, new ReferralEvent.ReferralSent(stands.consent(), stands.revision()));
            }
        };
    }

    /** What the partner says, itself or through staff who were told. */
    public Decision<Referral> answer(Answer answer, Teller by, LocalDate today, Instant now) {
        ReferralStatus to = answer.leadsTo();
        if (!by.maySet(to)) {
            return Decision.refuse(Refusal.forbidden(
                    "Y14", "The partner decides this. Say who at the partner told you, to write it down for them."));
        }
        if (progress.status() == to) {
            return again(answer, by, now);
        }
        if (!progress.next().contains(to)) {
            return refuseStep("From " + words(progress.status()) + " it cannot become " + words(to) + ".");
        }
        if (answer instanceof Answer.Completes completes
                && ReferralRules.refusal(completes.outcome(), history, asked, today) instanceof Refusal no) {
            return Decision.refuse(no);
        }
        return switch (answer) {
            case Answer.Accepts _ ->
                accept(new Progress.Accepted(now), answer, by, now, new ReferralEvent.ReferralAccepted());
            case Answer.Rejects no ->
                accept(
                        new Progress.Rejected(now, no.reason(), no.note()),
                        answer,
                        by,
                        now,
                        new ReferralEvent.ReferralRejected(no.reason()));
            case Answer.Starts _ ->
                accept(new Progress.InProgress(now), answer, by, now, new ReferralEvent.ReferralStarted());
            case Answer.Holds hold ->
                accept(new Progress.OnHold(now, hold.reason()), answer, by, now, new ReferralEvent.ReferralHeld());
            case Answer.Completes done ->
                accept(
                        new Progress.Completed(now, done.outcome()),
                        answer,
                        by,
                        now,
                        new ReferralEvent.ReferralCompleted(done.outcome()));
            case Answer.Fails failed ->
                accept(new Progress.Failed(now, failed.reason()), answer, by, now, new ReferralEvent.ReferralFailed());
        };
    }

    /** The same once more changes nothing; something else about the same step is a contradiction, or news. */
    private Decision<Referral> again(Answer answer, Teller by, Instant now) {
        return switch (answer) {
            case Answer.Completes other
            when progress instanceof Progress.Completed done && !done.outcome().equals(other.outcome()) ->
                refuseStep("It is completed already, with another outcome: "
                        + done.outcome().kind() + " on " + done.outcome().on() + ".");
            case Answer.Rejects other
            when progress instanceof Progress.Rejected no && no.reason() != other.reason() ->
                refuseStep("It is rejected already, for another reason: " + no.reason() + ".");
            case Answer.Holds other
            when progress instanceof Progress.OnHold held && !held.reason().equals(other.reason()) ->
                accept(new Progress.OnHold(now, other.reason()), answer, by, now, new ReferralEvent.ReferralHeld());
            default -> Decision.unchanged();
        };
    }

    private Decision<Referral> accept(Progress to, Answer answer, Teller by, Instant now, Happened happened) {
        return Decision.accept(stepped(to, by, answer.note(), now), happened);
    }

    /** Either side calls it off; the other one is told. */
    public Decision<Referral> cancel(String reason, Teller by, Instant now) {
        if (progress.status() == ReferralStatus.CANCELLED) {
            return Decision.unchanged();
        }
        if (!progress.next().contains(ReferralStatus.CANCELLED)) {
            return refuseStep("It is " + words(progress.status()) + " and cannot be cancelled.");
        }
        boolean partnerKnows = progress.status() != ReferralStatus.DRAFT;
        Referral cancelled = stepped(new Progress.Cancelled(now, by.party(), reason), by, reason, now);
        return Decision.accept(
                partnerKnows && by.party() == Party.REQUESTER
                        ? cancelled.telling(Telling.Kind.CANCELLED, now)
                        : cancelled,
                new ReferralEvent.ReferralCancelled(by.party()));
    }

    public Decision<Referral> enteredInError(String reason, Teller by, Instant now) {
        if (progress.status() == ReferralStatus.ENTERED_IN_ERROR) {
            return Decision.unchanged();
        }
        if (!progress.next().contains(ReferralStatus.ENTERED_IN_ERROR)) {
            return refuseStep("It is " + words(progress.status()) + "; cancel it instead.");
        }
        boolean partnerKnows = progress.status() != ReferralStatus.DRAFT;
        Referral withdrawn = stepped(new Progress.EnteredInError(now, reason), by, reason, now);
        return Decision.accept(
                partnerKnows ? withdrawn.telling(Telling.Kind.CANCELLED, now) : withdrawn,
                new ReferralEvent.ReferralEnteredInError());
    }

    /** L15: follows the release, to the day it was recorded on, back when it is withdrawn, along when the date moves. */
    public Decision<Referral> followCustody(KnownCustody custody, long revision, Instant now) {
        if (!asked.startsOnRelease() || !progress.open() || stopped != null) {
            return Decision.unchanged();
        }
        String own = asked.participant().toString();
        if (start.isNewerThan(custody, revision, own)) {
            return Decision.unchanged();
        }
        LocalDate on = custody.startOnRelease();
        if (Objects.equals(on, start.on())) {
            return Decision.unchanged();
        }
        String whose = custody.participant().equals(own) ? null : custody.participant();
        Start moved = new Start(on, custody.cause(), revision, whose);
        Referral replanned = new Referral(id, asked, moved, progress, consent, stopped, alert, history, tellings, told);
        return Decision.accept(
                progress instanceof Progress.Draft ? replanned : replanned.telling(Telling.Kind.START_CHANGED, now),
                new ReferralEvent.StartReplanned(start.on(), on, custody.cause()));
    }

    /** C7: the release it went out under ended. */
    public Decision<Referral> stop(UUID ended, String reason, @Nullable UUID caseManager, Instant now) {
        if (stopped != null || !ended.equals(consent)) {
            return Decision.unchanged();
        }
        Teller suite = new Teller("system:referral", Party.REQUESTER, null, caseManager);
        Referral closed = progress.open()
                ? stepped(new Progress.Cancelled(now, Party.REQUESTER, reason), suite, reason, now)
                : this;
        Referral silent = new Referral(
                id,
                asked,
                start,
                closed.progress,
                consent,
                new Stop(ended, reason, now),
                closed.alert,
                closed.history,
                tellings,
                told);
        return Decision.accept(
                silent.telling(Telling.Kind.STOPPED, now), new ReferralEvent.ReferralStopped(ended, reason));
    }

    /** The release ended, and another one that names the same recipient and kinds stands. */
    public Decision<Referral> goOnUnder(UUID ended, UUID other) {
        if (stopped != null || !ended.equals(consent) || other.equals(consent)) {
            return Decision.unchanged();
        }
        return Decision.accept(with(other), new ReferralEvent.ReleaseReplaced(ended, other));
    }

    public Decision<Referral> alertSeen(UUID by) {
        return alert == null
                ? Decision.unchanged()
                : Decision.accept(
                        new Referral(id, asked, start, progress, consent, stopped, null, history, tellings, told),
                        new ReferralEvent.AlertSeen(by));
    }

    /** Whether the partner may still be shown anything at all; the release of the moment decides the rest. */
    public boolean readableByPartner() {
        return stopped == null
                && progress.status() != ReferralStatus.DRAFT
                && progress.status() != ReferralStatus.ENTERED_IN_ERROR;
    }

    /** Called off by either side, or never meant: nobody outside is to act on it any more. */
    public boolean calledOff() {
        return progress instanceof Progress.Cancelled || progress instanceof Progress.EnteredInError;
    }

    private Decision<Referral> refuseStep(String reason) {
        return Decision.refuse(Refusal.conflict(
                "referral-state",
                reason,
                progress.next().stream().map(ReferralStatus::name).toArray(String[]::new)));
    }

    private static String words(ReferralStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private Referral with(UUID release) {
        return new Referral(id, asked, start, progress, release, stopped, alert, history, tellings, told);
    }

    private Referral stepped(Progress to, Teller by, @Nullable String note, Instant now) {
        List<Step> steps = new ArrayList<>(history);
        steps.add(new Step(String.valueOf(steps.size() + 1), to.status(), now, by.actor(), by.toldBy(), note));
        UUID alerted = by.alerted();
        Alert news = alerted == null ? alert : new Alert(alerted, to.status(), now);
        return new Referral(id, asked, start, to, consent, stopped, news, steps, tellings, told);
    }

    private Referral telling(Telling.Kind kind, Instant now) {
        List<Telling> all = new ArrayList<>(tellings);
        UUID telling = Command.derived("telling", id.toString(), kind.wire(), String.valueOf(told + 1));
        all.add(new Telling(
                telling,
                kind,
                progress.status(),
                kind == Telling.Kind.REQUESTED || kind == Telling.Kind.START_CHANGED ? asked.kinds() : List.of(),
                now));
        List<Telling> kept = all.subList(Math.max(0, all.size() - TELLINGS_KEPT), all.size());
        return new Referral(id, asked, start, progress, consent, stopped, alert, history, kept, told + 1);
    }
}
