package org.throughcare.referral.inbox;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.referral.Answer;
import org.throughcare.referral.referral.AnsweringAReferral;
import org.throughcare.referral.referral.Outcome;
import org.throughcare.referral.referral.Progress;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.RejectionReason;

/** A partner's message becomes a step of the referral, once, however often it comes. */
public final class TakingAPartnersWord {

    private final Aggregates<Partner> partners;
    private final Aggregates<Referral> referrals;
    private final AnsweringAReferral answering;
    private final BusinessClock clock;

    public TakingAPartnersWord(
            Aggregates<Partner> partners,
            Aggregates<Referral> referrals,
            AnsweringAReferral answering,
            BusinessClock clock) {
        this.partners = partners;
        this.referrals = referrals;
        this.answering = answering;
        this.clock = clock;
    }

    /** @return why it could not be taken; empty when it was, now or before */
    public Optional<String> take(PartnerSays said) {
        if (partners.find(said.from().partner().toString()).isEmpty()) {
            return Optional.of("there is no such partner");
        }
        Command command = new Command(
                "partner-message:" + said.from().partner() + ":" + said.messageId(), said.fingerprint(), null, false);
        Result<Referral> result = said.what() == PartnerSays.What.CANCELLED
                ? answering.cancelledByPartner(
                        command, said.referral(), said.from().partner(), noted(said.note(), "cancelled by the partner"))
                : answering.byPartner(command, said.referral(), said.from().partner(), answer(said));
        return switch (result) {
            case Result.Done<Referral> _, Result.Unchanged<Referral> _ -> Optional.empty();
            case Result.Refused<Referral> no -> Optional.of(no.refusal().reason());
            case Result.Missing<Referral> _ -> Optional.of("this partner has no such referral");
            case Result.Stale<Referral> _ -> Optional.of("the referral changed at the same time");
        };
    }

    private Answer answer(PartnerSays said) {
        return switch (said.what()) {
            case ACCEPTED -> new Answer.Accepts(said.note());
            case REJECTED -> new Answer.Rejects(reason(said), said.note());
            case STARTED -> new Answer.Starts(said.note());
            case HELD -> new Answer.Holds(noted(said.note(), "no reason given"));
            case COMPLETED -> new Answer.Completes(outcome(said), said.note());
            case FAILED, CANCELLED -> new Answer.Fails(noted(said.note(), "no reason given"));
        };
    }

    private static RejectionReason reason(PartnerSays said) {
        RejectionReason reason = said.reason();
        return reason == null ? RejectionReason.OTHER : reason;
    }

    private Outcome outcome(PartnerSays said) {
        Outcome.Kind kind = said.outcome();
        LocalDate on = said.outcomeOn();
        return new Outcome(kind == null ? Outcome.Kind.OTHER : kind, on == null ? dayOf(said) : on);
    }

    /** The day that is on record, if it says again what is; today at the site otherwise. */
    private LocalDate dayOf(PartnerSays said) {
        return referrals
                .find(said.referral().toString())
                .map(Stored::state)
                .map(referral -> referral.progress() instanceof Progress.Completed done
                        ? done.outcome().on()
                        : clock.today(ZoneId.of(referral.asked().zone())))
                .orElseGet(() -> clock.today(ZoneId.of("UTC")));
    }

    private static String noted(@Nullable String note, String otherwise) {
        return note == null || note.isBlank() ? otherwise : note;
    }
}
