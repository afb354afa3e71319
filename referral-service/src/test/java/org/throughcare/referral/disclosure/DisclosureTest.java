package org.throughcare.referral.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.ReferralStatus;

class DisclosureTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00.000Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final Releases.Stands RELEASE =
            new Releases.Stands(UUID.randomUUID(), 3, "housing", null, List.of(InformationKind.IDENTITY), "");

    private static Disclosure decided() {
        return new Disclosure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Disclosure.Way.MESSAGE,
                "requested",
                ReferralStatus.REQUESTED,
                NeedKind.HOUSING,
                List.of(InformationKind.IDENTITY),
                null,
                null,
                new Disclosure.State.Decided(null),
                0,
                NOW,
                NOW);
    }

    private static Disclosure after(Decision<Disclosure> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Disclosure>) decision).state();
    }

    @Test
    @DisplayName("C7 a try is on record before it is known to have arrived, and as sent once it is confirmed")
    void sent() {
        Disclosure tried = after(decided().attempt(RELEASE, NOW, LATER));
        assertThat(tried.state()).isInstanceOf(Disclosure.State.PossiblySent.class);
        assertThat(tried.consentRevision()).isEqualTo(3);
        Disclosure sent = after(tried.confirmed(NOW));
        assertThat(sent.state()).isInstanceOf(Disclosure.State.Sent.class);
        assertThat(sent.pending()).isFalse();
    }

    @Test
    @DisplayName("after a crash between sending and noting it, it goes again under the same id when its time has come")
    void crash() {
        Disclosure tried = after(decided().attempt(RELEASE, NOW, LATER));
        assertThat(tried.attempt(RELEASE, LATER.minusMillis(1), LATER)).isInstanceOf(Decision.Refused.class);
        Disclosure again = after(tried.attempt(RELEASE, LATER, LATER.plusSeconds(30)));
        assertThat(again.id()).isEqualTo(tried.id());
    }

    @Test
    @DisplayName("a try that certainly reached nobody leaves it undisclosed; not so after an earlier doubtful one")
    void notSent() {
        Disclosure tried = after(decided().attempt(RELEASE, NOW, LATER));
        assertThat(after(tried.notSent("broker away", NOW)).state()).isInstanceOf(Disclosure.State.Decided.class);
        Disclosure doubtful = after(tried.unconfirmed("no confirm", NOW));
        Disclosure second = after(doubtful.attempt(RELEASE, LATER, LATER.plusSeconds(30)));
        assertThat(after(second.notSent("broker away", LATER)).state())
                .isInstanceOf(Disclosure.State.PossiblySent.class);
    }

    @Test
    @DisplayName("C7 without a release it is withheld for good, and nothing can be tried any more")
    void withheld() {
        Disclosure held = after(decided().withhold("revoked", NOW));
        assertThat(held.state()).isEqualTo(new Disclosure.State.Withheld(NOW, "revoked"));
        assertThat(held.attempt(RELEASE, LATER, LATER)).isInstanceOf(Decision.Refused.class);
        assertThat(held.withhold("revoked", LATER)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("C7 while nobody can say whether the release stands, it waits longer each time, and stays undisclosed")
    void waits() {
        Disclosure once = after(decided().waitFor("owner away", NOW));
        Disclosure twice = after(once.waitFor("owner away", NOW));
        assertThat(once.nextTryAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(twice.nextTryAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(twice.state()).isInstanceOf(Disclosure.State.Decided.class);
    }

    @Test
    @DisplayName("C7 what may have left already is never called withheld")
    void honest() {
        Disclosure doubtful =
                after(after(decided().attempt(RELEASE, NOW, LATER)).unconfirmed("no confirm", NOW));
        Disclosure ended = after(doubtful.withhold("revoked", LATER));
        assertThat(ended.state()).isInstanceOf(Disclosure.State.PossiblySent.class);
        assertThat(ended.pending()).isFalse();
    }

    @Test
    @DisplayName("a message waits for an earlier one about the same referral, and no longer than that one waits")
    void behind() {
        Disclosure waiting = after(decided().behind(LATER));
        assertThat(waiting.nextTryAt()).isEqualTo(LATER);
        assertThat(waiting.tries()).isZero();
        assertThat(waiting.behind(LATER)).isInstanceOf(Decision.Unchanged.class);
        assertThat(after(decided().withhold("revoked", NOW)).behind(LATER)).isInstanceOf(Decision.Unchanged.class);
    }
}
