package org.throughcare.participant.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;

/** What a release of information has to say before it goes on record. */
class SubstanceUseConsentTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    private static final UUID CLINIC = new UUID(0, 5);
    private static final Signature SIGNED =
            new Signature("Darnell Reed", Signature.Signer.PARTICIPANT, Signature.Manner.ON_PAPER, null);
    private static final SubstanceUseTerms FULL = new SubstanceUseTerms(
            "Darnell Reed", "Three Rivers case managers", "that treatment for substance use goes on, and where", true);

    private static Decision<Consent> sign(
            InformationKind kind,
            @Nullable LocalDate until,
            @Nullable String when,
            @Nullable Signature signature,
            @Nullable SubstanceUseTerms substanceUse) {
        return signing("a place in treatment", "Hope Clinic", kind, until, when, signature, substanceUse);
    }

    private static Decision<Consent> signing(
            String purpose,
            String recipientName,
            InformationKind kind,
            @Nullable LocalDate until,
            @Nullable String when,
            @Nullable Signature signature,
            @Nullable SubstanceUseTerms substanceUse) {
        return Consent.sign(
                new UUID(0, 1),
                new UUID(0, 2),
                ZONE,
                new Consent.Terms(
                        CLINIC, recipientName, purpose, List.of(kind), TODAY, until, when, signature, substanceUse),
                NOW,
                "staff:someone");
    }

    private static Consent after(Decision<Consent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Consent>) decision).state();
    }

    private static String missing(Decision<Consent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return Objects.requireNonNull(
                ((Decision.Refused<Consent>) decision).refusal().field());
    }

    private static Decision<Consent> substanceUse(SubstanceUseTerms terms) {
        return sign(InformationKind.SUBSTANCE_USE, TODAY.plusDays(90), null, SIGNED, terms);
    }

    @Test
    @DisplayName("C7 a consent for substance-use records with all its elements stands for them")
    void complete() {
        Consent consent = after(substanceUse(FULL));
        assertThat(consent.covers(CLINIC, List.of(InformationKind.SUBSTANCE_USE), TODAY))
                .isTrue();
    }

    @Test
    @DisplayName("C7 each element of 42 CFR 2.31 that is missing is named by its field")
    void elements() {
        InformationKind kind = InformationKind.SUBSTANCE_USE;
        LocalDate until = TODAY.plusDays(90);
        assertThat(missing(sign(kind, until, null, SIGNED, null))).isEqualTo("substanceUse");
        assertThat(missing(substanceUse(new SubstanceUseTerms(" ", "us", "what", true))))
                .isEqualTo("substanceUse.participantName");
        assertThat(missing(substanceUse(new SubstanceUseTerms("Darnell", null, "what", true))))
                .isEqualTo("substanceUse.discloser");
        assertThat(missing(substanceUse(new SubstanceUseTerms("Darnell", "us", "", true))))
                .isEqualTo("substanceUse.amountAndKind");
        assertThat(missing(substanceUse(new SubstanceUseTerms("Darnell", "us", "what", false))))
                .isEqualTo("substanceUse.mayRevokeAcknowledged");
        assertThat(missing(sign(kind, null, " ", SIGNED, FULL))).isEqualTo("expiresOn");
        assertThat(missing(sign(kind, until, null, null, FULL))).isEqualTo("signature");
        assertThat(missing(signing(" ", "Hope Clinic", kind, until, null, SIGNED, FULL)))
                .isEqualTo("purpose");
        assertThat(missing(signing("treatment", " ", kind, until, null, SIGNED, FULL)))
                .isEqualTo("recipientName");
    }

    @Test
    @DisplayName("C7 other kinds of information want none of that, but a signature they do")
    void otherKinds() {
        after(sign(InformationKind.HOUSING_NEED, null, null, SIGNED, null));
        assertThat(missing(sign(InformationKind.HOUSING_NEED, null, null, null, null)))
                .isEqualTo("signature");
        assertThat(missing(sign(
                        InformationKind.HOUSING_NEED,
                        null,
                        null,
                        new Signature(" ", Signature.Signer.PARTICIPANT, Signature.Manner.ON_PAPER, null),
                        null)))
                .isEqualTo("signature.signedBy");
    }

    @Test
    @DisplayName("C7 whoever signs for the participant says by what right")
    void representative() {
        assertThat(missing(sign(InformationKind.HEALTH, null, null, signedFor(null), null)))
                .isEqualTo("signature.authority");
        after(sign(InformationKind.HEALTH, null, null, signedFor("legal guardian by court order"), null));
    }

    private static Signature signedFor(@Nullable String authority) {
        return new Signature("Ann Reed", Signature.Signer.REPRESENTATIVE, Signature.Manner.ELECTRONICALLY, authority);
    }

    @Test
    @DisplayName("C7 an event ends it from then on, announced once; one that names no event cannot end that way")
    void event() {
        Consent consent = after(sign(InformationKind.SUBSTANCE_USE, null, "the end of the programme", SIGNED, FULL));
        assertThat(consent.dueAt()).isNull();
        Consent ended = after(consent.eventCame(NOW));
        assertThat(ended.state()).isEqualTo(Consent.State.EXPIRED);
        assertThat(ended.covers(CLINIC, List.of(InformationKind.SUBSTANCE_USE), TODAY))
                .isFalse();
        assertThat(ended.eventCame(NOW)).isEqualTo(Decision.unchanged());
        assertThat(after(substanceUse(FULL)).eventCame(NOW)).isInstanceOf(Decision.Refused.class);
        assertThat(after(consent.revoke(NOW)).eventCame(NOW)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("C7 a release from before the elements were recorded covers substance use no longer, the rest still")
    void older() {
        Consent older = new Consent(
                new UUID(0, 1),
                new UUID(0, 2),
                ZONE,
                CLINIC,
                "Hope Clinic",
                "treatment",
                List.of(InformationKind.HEALTH, InformationKind.SUBSTANCE_USE),
                TODAY,
                null,
                Consent.State.IN_FORCE,
                null,
                "staff:someone",
                null,
                null,
                null);
        assertThat(older.covers(CLINIC, List.of(InformationKind.HEALTH), TODAY)).isTrue();
        assertThat(older.covers(CLINIC, List.of(InformationKind.HEALTH, InformationKind.SUBSTANCE_USE), TODAY))
                .isFalse();
    }
}
