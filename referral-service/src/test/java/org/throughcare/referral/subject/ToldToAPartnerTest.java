package org.throughcare.referral.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Progress;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.ReferralStatus;

class ToldToAPartnerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00.000Z");
    private static final UUID ID = UUID.randomUUID();

    private static ReferralOnFile referral(boolean contactingProhibited, boolean startsOnRelease) {
        return new ReferralOnFile(
                ID,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Riverside",
                null,
                "Shared homes",
                NeedKind.HOUSING,
                Asked.Origin.CASE_MANAGER,
                "Hold a bed",
                List.of(),
                List.of(
                        new Asked.Background(InformationKind.HOUSING_NEED, "cannot go back"),
                        new Asked.Background(InformationKind.SUBSTANCE_USE, "clean since May")),
                List.of(InformationKind.values()),
                contactingProhibited,
                startsOnRelease,
                new Referral.Start(null, null, 0, null),
                null,
                UUID.randomUUID(),
                new Progress.Requested(NOW),
                UUID.randomUUID(),
                null,
                null,
                List.of());
    }

    private static ToldToAPartner told(ReferralOnFile referral, Disclosure.Way way, InformationKind... kinds) {
        Disclosure disclosure = new Disclosure(
                UUID.randomUUID(),
                ID,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                way,
                way == Disclosure.Way.READ ? "read" : "requested",
                ReferralStatus.REQUESTED,
                NeedKind.HOUSING,
                List.of(kinds),
                UUID.randomUUID(),
                3L,
                new Disclosure.State.Sent(NOW),
                1,
                null,
                NOW);
        return ToldToAPartner.of(disclosure, "Riverside", referral);
    }

    @Test
    @DisplayName("C7 of a reading: the background of the kinds that were released at that moment, and no other")
    void kindsOfTheMoment() {
        ToldToAPartner read = told(
                referral(false, true), Disclosure.Way.READ, InformationKind.IDENTITY, InformationKind.HOUSING_NEED);

        assertThat(read.shown())
                .isEqualTo(new ToldToAPartner.Shown(
                        "Shared homes",
                        "Hold a bed",
                        List.of(new Asked.Background(InformationKind.HOUSING_NEED, "cannot go back")),
                        true,
                        false,
                        false));
        assertThat(read.notice()).contains("Do not pass it on").doesNotContain(PartTwo.NOTICE);
    }

    @Test
    @DisplayName("C7 with substance use among the kinds its background was shown, under the notice of 42 CFR 2.32")
    void substanceUse() {
        ToldToAPartner read = told(referral(false, true), Disclosure.Way.READ, InformationKind.SUBSTANCE_USE);

        assertThat(read.shown())
                .isEqualTo(new ToldToAPartner.Shown(
                        "Shared homes",
                        "Hold a bed",
                        List.of(new Asked.Background(InformationKind.SUBSTANCE_USE, "clean since May")),
                        false,
                        false,
                        false));
        assertThat(read.notice()).endsWith(PartTwo.NOTICE);
    }

    @Test
    @DisplayName(
            "C7 own numbers were shown with CONTACT, unless contact was prohibited; the day with RELEASE_DATE, or always when staff set it")
    void numbersAndDay() {
        InformationKind[] both = {InformationKind.CONTACT, InformationKind.RELEASE_DATE};
        assertThat(told(referral(false, true), Disclosure.Way.READ, both).shown())
                .extracting(ToldToAPartner.Shown::ownNumbers, ToldToAPartner.Shown::startDay)
                .containsExactly(true, true);
        assertThat(told(referral(true, false), Disclosure.Way.READ, InformationKind.CONTACT)
                        .shown())
                .extracting(ToldToAPartner.Shown::ownNumbers, ToldToAPartner.Shown::startDay)
                .containsExactly(false, true);
    }

    @Test
    @DisplayName("C7 a message shows nothing but where the referral stands")
    void message() {
        ToldToAPartner message = told(referral(false, true), Disclosure.Way.MESSAGE, InformationKind.values());

        assertThat(message.shown()).isNull();
        assertThat(message.notice()).isNull();
        assertThat(message.told()).isEqualTo(ReferralStatus.REQUESTED);
        assertThat(message.kinds()).contains(InformationKind.SUBSTANCE_USE);
    }
}
