package org.throughcare.referral.referral;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.directory.NeedKind;

/** What a referral must hold, whoever writes it. */
final class ReferralRules {

    private ReferralRules() {}

    static @Nullable Refusal refusal(Asked asked) {
        if (asked.kinds().isEmpty()) {
            return Refusal.invalid("C7", "kinds", "Name the kinds of information the partner is to get.");
        }
        for (Asked.Background each : asked.background()) {
            if (!asked.kinds().contains(each.kind())) {
                return Refusal.invalid(
                        "C7",
                        "background",
                        "Background about " + each.kind() + " is given, which is not among the kinds to disclose.");
            }
        }
        return asked.kind() == NeedKind.TRAINING ? training(asked) : null;
    }

    /** C5: options side by side, the participant's choice on record, and the referral goes to that choice. */
    private static @Nullable Refusal training(Asked asked) {
        TrainingChoice choice = asked.training();
        if (choice == null || !choice.comparesProviders()) {
            return Refusal.invalid("C5", "training", "Compare at least two training options side by side.");
        }
        if (!choice.isWhole()) {
            return Refusal.invalid("C5", "training.options", "Each option has its listing, provider and cost.");
        }
        if (!choice.holdsChosen()) {
            return Refusal.invalid("C5", "training.chosen", "The participant's choice is one of the options compared.");
        }
        if (!choice.chosen().equals(asked.listing())) {
            return Refusal.invalid("C5", "listing", "The referral goes to the provider the participant chose.");
        }
        return null;
    }

    /** A partner's date is evidence, not truth: it lies between the day it was asked and today, at the site. */
    static @Nullable Refusal refusal(Outcome outcome, List<Referral.Step> history, Asked asked, LocalDate today) {
        LocalDate sent = history.stream()
                .filter(step -> step.status() == ReferralStatus.REQUESTED)
                .map(step -> LocalDate.ofInstant(step.at(), ZoneId.of(asked.zone())))
                .findFirst()
                .orElse(today);
        if (outcome.on().isAfter(today)) {
            return Refusal.invalid("Y14", "outcome.on", "An outcome's day is not in the future.");
        }
        if (outcome.on().isBefore(sent)) {
            return Refusal.invalid("Y14", "outcome.on", "An outcome's day is not before the referral was sent.");
        }
        return null;
    }
}
