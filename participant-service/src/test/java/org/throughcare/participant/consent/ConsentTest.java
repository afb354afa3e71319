package org.throughcare.participant.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;

class ConsentTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    private static final UUID PARTNER = new UUID(0, 5);
    private static final List<InformationKind> KINDS = List.of(InformationKind.IDENTITY, InformationKind.HOUSING_NEED);

    private static Decision<Consent> sign(LocalDate on, @Nullable LocalDate until, List<InformationKind> kinds) {
        return Consent.sign(
                new UUID(0, 1),
                new UUID(0, 2),
                ZONE,
                new Consent.Terms(
                        PARTNER,
                        "Harbor House",
                        "a place to live",
                        kinds,
                        on,
                        until,
                        null,
                        new Signature("Darnell Reed", Signature.Signer.PARTICIPANT, Signature.Manner.ON_PAPER, null),
                        null),
                NOW,
                "staff:someone");
    }

    private static Consent after(Decision<Consent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Consent>) decision).state();
    }

    private static Consent signed(@Nullable LocalDate until) {
        return after(sign(TODAY, until, KINDS));
    }

    @Test
    @DisplayName("C7 it covers the recipient and kinds it names, and no other")
    void covers() {
        Consent consent = signed(null);
        assertThat(consent.covers(PARTNER, KINDS, TODAY)).isTrue();
        assertThat(consent.covers(PARTNER, List.of(InformationKind.IDENTITY), TODAY))
                .isTrue();
        assertThat(consent.covers(PARTNER, List.of(InformationKind.HEALTH), TODAY))
                .isFalse();
        assertThat(consent.covers(new UUID(0, 6), KINDS, TODAY)).isFalse();
    }

    @Test
    @DisplayName("C7 it stands on its last day and not on the day after, noticed or not")
    void expiry() {
        LocalDate last = TODAY.plusDays(30);
        Consent consent = signed(last);
        assertThat(consent.covers(PARTNER, KINDS, last)).isTrue();
        assertThat(consent.covers(PARTNER, KINDS, last.plusDays(1))).isFalse();
        Instant due = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(consent.dueAt()).isEqualTo(due);
        assertThat(consent.visit(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        Consent expired = after(consent.visit(due));
        assertThat(expired.state()).isEqualTo(Consent.State.EXPIRED);
        assertThat(expired.visit(due)).isEqualTo(Decision.unchanged());
        assertThat(expired.revoke(due)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("C7 revoked, it covers nothing from then on, and revoking again announces nothing")
    void revoked() {
        Consent revoked = after(signed(TODAY.plusDays(30)).revoke(NOW));
        assertThat(revoked.covers(PARTNER, KINDS, TODAY)).isFalse();
        assertThat(revoked.revoke(NOW)).isEqualTo(Decision.unchanged());
        assertThat(revoked.dueAt()).isNull();
    }

    @Test
    @DisplayName("C7 it is signed today or earlier, names kinds, and has not expired")
    void signing() {
        after(sign(TODAY, TODAY, KINDS));
        assertThat(sign(TODAY.plusDays(1), null, KINDS)).isInstanceOf(Decision.Refused.class);
        assertThat(sign(TODAY, null, List.of())).isInstanceOf(Decision.Refused.class);
        assertThat(sign(TODAY.minusDays(9), TODAY.minusDays(1), KINDS)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("C7 it covers nothing on the day before it was signed, and being asked for nothing is no yes")
    void signedOn() {
        Consent consent = signed(null);
        assertThat(consent.covers(PARTNER, KINDS, TODAY.minusDays(1))).isFalse();
        assertThat(consent.covers(PARTNER, List.of(), TODAY)).isFalse();
    }

    @Test
    @DisplayName("C7 one without a last day never ends by itself, and a revoked one not a second time")
    void noLastDay() {
        Instant muchLater = TODAY.plusYears(20).atStartOfDay(ZONE).toInstant();
        assertThat(signed(null).dueAt()).isNull();
        assertThat(signed(null).visit(muchLater)).isEqualTo(Decision.unchanged());
        Consent revoked = after(signed(TODAY.plusDays(30)).revoke(NOW));
        assertThat(revoked.revokedOn()).isEqualTo(TODAY);
        assertThat(revoked.visit(muchLater)).isEqualTo(Decision.unchanged());
    }
}
