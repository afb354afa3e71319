package org.throughcare.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.known.Releases;

/** Words for tests about referrals. */
final class Referrals {

    static final Instant NOW = Instant.parse("2026-03-02T15:00:00.000Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final UUID ID = UUID.randomUUID();
    static final UUID PARTICIPANT = UUID.randomUUID();
    static final UUID PARTNER = UUID.fromString("0190aaaa-0000-7000-8000-000000000201");
    static final UUID WORKER = UUID.randomUUID();
    static final UUID CONSENT = UUID.randomUUID();
    static final Teller STAFF = new Teller("staff:" + WORKER, Party.REQUESTER, null, WORKER);
    static final Teller THE_PARTNER = new Teller("partner:" + PARTNER, Party.PARTNER, null, WORKER);

    private Referrals() {}

    static Asked asked(boolean startsOnRelease, InformationKind... kinds) {
        return asked(List.of(), startsOnRelease, kinds);
    }

    static Asked asked(List<Asked.Help> help, boolean startsOnRelease, InformationKind... kinds) {
        return new Asked(
                PARTICIPANT,
                UUID.randomUUID(),
                "America/Chicago",
                PARTNER,
                null,
                "Shared homes",
                NeedKind.HOUSING,
                Asked.Origin.CASE_MANAGER,
                "Hold a bed",
                help,
                List.of(),
                List.of(kinds),
                false,
                startsOnRelease,
                null,
                WORKER);
    }

    static Referral draft(boolean startsOnRelease) {
        return accepted(Referral.draft(
                ID,
                asked(startsOnRelease, InformationKind.IDENTITY, InformationKind.HOUSING_NEED),
                new Referral.Start(null, null, 0, null),
                STAFF.actor(),
                NOW));
    }

    static Referral sent() {
        return accepted(draft(true).send(stands(), STAFF, NOW));
    }

    static Releases.Stands stands() {
        return new Releases.Stands(CONSENT, 1, "housing", null, List.of(InformationKind.IDENTITY), "text");
    }

    static KnownCustody inside(@Nullable LocalDate projected) {
        return new KnownCustody(PARTICIPANT.toString(), "site", "America/Chicago", "NEAR_RELEASE", projected, null);
    }

    static KnownCustody released(LocalDate on) {
        return new KnownCustody(
                PARTICIPANT.toString(),
                "site",
                "America/Chicago",
                "RELEASED",
                null,
                new KnownCustody.KnownRelease("release-1", on, "UNPLANNED"));
    }

    static Referral accepted(Decision<Referral> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Referral>) decision).state();
    }

    static Happened happened(Decision<Referral> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Referral>) decision).happened();
    }

    static Refusal refused(Decision<Referral> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Referral>) decision).refusal();
    }
}
