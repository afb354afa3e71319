package org.throughcare.referral.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.cipher.FieldCipher;

/**
 * What people say about a referral in their own words, partners above all, is kept sealed: nobody knows beforehand what will be in
 * it. The suite's own sentences are not.
 */
public final class Remarks {

    /** Nothing that comes from outside is ever kept with this in front of it unless it was sealed here. */
    private static final String SEALED = "sealed:";

    private final FieldCipher cipher;

    public Remarks(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Saying again what stands already gives the very same, so that it is no news. */
    Answer sealed(Referral referral, Answer plain) {
        UUID id = referral.id();
        return switch (plain) {
            case Answer.Accepts it -> new Answer.Accepts(sealed(id, it.note()));
            case Answer.Rejects it -> new Answer.Rejects(it.reason(), sealed(id, it.note()));
            case Answer.Starts it -> new Answer.Starts(sealed(id, it.note()));
            case Answer.Holds it ->
                new Answer.Holds(
                        referral.progress() instanceof Progress.OnHold held
                                        && opened(id, held.reason()).equals(it.reason())
                                ? held.reason()
                                : words(id, it.reason()));
            case Answer.Completes it -> new Answer.Completes(it.outcome(), sealed(id, it.note()));
            case Answer.Fails it -> new Answer.Fails(words(id, it.reason()));
        };
    }

    String words(UUID referral, String plain) {
        return SEALED + cipher.seal(where(referral), plain);
    }

    private @Nullable String sealed(UUID referral, @Nullable String plain) {
        return plain == null ? null : words(referral, plain);
    }

    public Progress opened(UUID referral, Progress progress) {
        return switch (progress) {
            case Progress.Rejected it -> {
                String note = it.note();
                yield new Progress.Rejected(it.at(), it.reason(), note == null ? null : opened(referral, note));
            }
            case Progress.OnHold it -> new Progress.OnHold(it.at(), opened(referral, it.reason()));
            case Progress.Failed it -> new Progress.Failed(it.at(), opened(referral, it.reason()));
            case Progress.Cancelled it -> new Progress.Cancelled(it.at(), it.by(), opened(referral, it.reason()));
            case Progress.EnteredInError it -> new Progress.EnteredInError(it.at(), opened(referral, it.reason()));
            default -> progress;
        };
    }

    public Referral.Step opened(UUID referral, Referral.Step step) {
        String note = step.note();
        return note == null
                ? step
                : new Referral.Step(
                        step.id(), step.status(), step.at(), step.by(), step.toldBy(), opened(referral, note));
    }

    private String opened(UUID referral, String kept) {
        return kept.startsWith(SEALED) ? cipher.open(where(referral), kept.substring(SEALED.length())) : kept;
    }

    private static String where(UUID referral) {
        return "referral/" + referral + "/remark";
    }
}
