package org.throughcare.referral.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.ReferralStatus;

/**
 * The accounting of something that leaves for a partner, or was held back (C7). Decided with the change it tells of. Before each
 * try the owner says whether the release stands at that moment: if not, it is withheld for good. A try is put down before the
 * message goes, as possibly sent, and as sent once the broker or the partner confirmed; a crash between the two leaves it possibly
 * sent, and it goes again under the same id. While the owner or the way to the partner is away, it waits and is tried again.
 *
 * <p>What a partner reads is a disclosure too: it is put down before the content is answered, once a day for the same release.
 *
 * @param id also the id of the event, the same at every try
 * @param kinds what it lets the partner read; none when it says no more than that a referral ended
 * @param consentRevision of the release it left under
 * @param nextTryAt on the system clock; null when nothing more is to be tried
 */
public record Disclosure(
        UUID id,
        UUID referral,
        UUID participant,
        UUID site,
        UUID partner,
        Way way,
        String event,
        ReferralStatus told,
        NeedKind kind,
        List<InformationKind> kinds,
        @Nullable UUID consent,
        @Nullable Long consentRevision,
        State state,
        int tries,
        @Nullable Instant nextTryAt,
        Instant decidedAt) {

    /** How it leaves. */
    public enum Way {
        MESSAGE,
        READ
    }

    /** Where it stands. */
    public sealed interface State {

        /** Not tried yet, or a try that certainly did not reach anybody; why it waits, if it does. */
        record Decided(@Nullable String waitsFor) implements State {}

        /** Confirmed. */
        record Sent(Instant at) implements State {}

        /** Nothing left. */
        record Withheld(Instant at, String reason) implements State {}

        /**
         * Tried, and not known to have arrived.
         *
         * @param already that an earlier try may have arrived too, so that this one's failing proves nothing
         */
        record PossiblySent(
                Instant since, boolean already, @Nullable String reason) implements State {}
    }

    public Disclosure {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    public static Decision<Disclosure> decide(Disclosure planned) {
        return Decision.accept(planned, new DisclosureEvent.DisclosureDecided(planned.event(), planned.kinds()));
    }

    /** A partner reads: it is on record before the content goes out. */
    public static Decision<Disclosure> read(Disclosure planned, Releases.Stands release, Instant now) {
        return Decision.accept(
                planned.now(new State.Sent(now), 1, null, release),
                new DisclosureEvent.DisclosureRead(release.consent(), release.revision(), planned.kinds()));
    }

    /** Whether another try is due. */
    public boolean pending() {
        return nextTryAt != null;
    }

    /**
     * A try begins.
     *
     * @param release null when the message says nothing that needs one
     * @param until when somebody else may take over, should this one not be heard of again
     */
    public Decision<Disclosure> attempt(Releases.@Nullable Stands release, Instant now, Instant until) {
        Instant due = nextTryAt;
        if (due == null || due.isAfter(now)) {
            return Decision.refuse(Refusal.conflict("disclosure-state", "It is not due."));
        }
        State trying = state instanceof State.PossiblySent earlier
                ? new State.PossiblySent(earlier.since(), true, null)
                : new State.PossiblySent(now, false, null);
        return Decision.accept(
                now(trying, tries + 1, until, release), new DisclosureEvent.DisclosureUncertain(tries + 1));
    }

    public Decision<Disclosure> confirmed(Instant now) {
        return state instanceof State.PossiblySent
                ? Decision.accept(now(new State.Sent(now), tries, null, null), new DisclosureEvent.DisclosureSent())
                : Decision.unchanged();
    }

    /** It cannot even be tried yet: nobody can say whether the release stands. */
    public Decision<Disclosure> waitFor(String what, Instant now) {
        if (!pending()) {
            return Decision.unchanged();
        }
        State waiting = state instanceof State.PossiblySent earlier
                ? new State.PossiblySent(earlier.since(), earlier.already(), what)
                : new State.Decided(what);
        return Decision.accept(
                now(waiting, tries + 1, now.plus(pause(tries)), null), new DisclosureEvent.DisclosurePutOff(what));
    }

    /** An earlier message about the same referral has not left: the partner is told in order, so this one comes after it. */
    public Decision<Disclosure> behind(Instant earlier) {
        return nextTryAt == null || !nextTryAt.isBefore(earlier)
                ? Decision.unchanged()
                : Decision.accept(
                        now(state, tries, earlier, null),
                        new DisclosureEvent.DisclosurePutOff("an earlier message about this referral"));
    }

    /** The try reached nobody, certainly: it is as if it had not been. */
    public Decision<Disclosure> notSent(String why, Instant now) {
        return state instanceof State.PossiblySent trying && pending()
                ? Decision.accept(
                        now(undone(trying, why), tries, now.plus(pause(tries)), null),
                        new DisclosureEvent.DisclosurePutOff(why))
                : Decision.unchanged();
    }

    private static State undone(State.PossiblySent trying, String why) {
        return trying.already() ? new State.PossiblySent(trying.since(), true, why) : new State.Decided(why);
    }

    /** The try may have reached the partner, and nobody confirmed it. */
    public Decision<Disclosure> unconfirmed(String why, Instant now) {
        return state instanceof State.PossiblySent trying && pending()
                ? Decision.accept(
                        now(new State.PossiblySent(trying.since(), true, why), tries, now.plus(pause(tries)), null),
                        new DisclosureEvent.DisclosurePutOff(why))
                : Decision.unchanged();
    }

    /** There is no way to the partner, and the try showed it. */
    public Decision<Disclosure> undeliverable(String why, Instant now) {
        if (!pending()) {
            return Decision.unchanged();
        }
        State end = state instanceof State.PossiblySent trying && trying.already()
                ? new State.PossiblySent(trying.since(), true, why)
                : new State.Withheld(now, why);
        return Decision.accept(now(end, tries, null, null), new DisclosureEvent.DisclosureWithheld(why));
    }

    /** No release stands, or the referral stopped: what has not left stays; what may have left is not tried again. */
    public Decision<Disclosure> withhold(String reason, Instant now) {
        if (!pending()) {
            return Decision.unchanged();
        }
        State end = state instanceof State.PossiblySent earlier
                ? new State.PossiblySent(earlier.since(), earlier.already(), reason)
                : new State.Withheld(now, reason);
        return Decision.accept(now(end, tries, null, null), new DisclosureEvent.DisclosureWithheld(reason));
    }

    /** 1, 2, 4 … seconds, an hour at most. */
    private static Duration pause(int tries) {
        return Duration.ofSeconds(Math.min(3_600, 1L << Math.clamp(tries, 0, 12)));
    }

    private Disclosure now(State next, int tried, @Nullable Instant nextTry, Releases.@Nullable Stands release) {
        return new Disclosure(
                id,
                referral,
                participant,
                site,
                partner,
                way,
                event,
                told,
                kind,
                kinds,
                release == null ? consent : release.consent(),
                release == null ? consentRevision : Long.valueOf(release.revision()),
                next,
                tried,
                nextTry,
                decidedAt);
    }
}
