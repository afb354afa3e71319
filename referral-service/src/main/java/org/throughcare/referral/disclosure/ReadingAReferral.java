package org.throughcare.referral.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.known.People;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Referral;

/** A partner reads a referral, under the release of information of this moment (C7). */
public final class ReadingAReferral {

    /** What comes of it. */
    public sealed interface Reading {}

    /** Shown, and on record as a disclosure. */
    public record Shown(UUID participant, ReferralContent content) implements Reading {}

    /** Not to be shown now. */
    public record Closed(String why) implements Reading {}

    /** Not this partner's. */
    public record Unknown() implements Reading {}

    private final Aggregates<Referral> referrals;
    private final Aggregates<Disclosure> disclosures;
    private final Aggregates<Partner> partners;
    private final Releases releases;
    private final People people;
    private final Backgrounds backgrounds;
    private final BusinessClock clock;

    public ReadingAReferral(
            Aggregates<Referral> referrals,
            Aggregates<Disclosure> disclosures,
            Aggregates<Partner> partners,
            Releases releases,
            People people,
            Backgrounds backgrounds,
            BusinessClock clock) {
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.partners = partners;
        this.releases = releases;
        this.people = people;
        this.backgrounds = backgrounds;
        this.clock = clock;
    }

    /** @throws org.throughcare.platform.web.OwnerAway when nobody can say whether a release stands: then nothing is shown */
    public Reading read(UUID id, UUID partner) {
        Referral referral = referrals.find(id.toString()).map(Stored::state).orElse(null);
        if (referral == null || !referral.asked().partner().equals(partner)) {
            return new Unknown();
        }
        if (referral.stopped() instanceof Referral.Stop stop) {
            return new Closed(stop.reason());
        }
        if (!referral.readableByPartner()) {
            return new Unknown();
        }
        if (partners.find(partner.toString())
                .filter(known -> known.state().active())
                .isEmpty()) {
            return new Closed("This partner has been set aside; nothing is shown to it any more.");
        }
        Asked asked = referral.asked();
        return switch (releases.standing(
                asked.participant(), partner, asked.kinds(), new Releases.About(id, Releases.Doing.READING))) {
            case Releases.None none -> new Closed(none.reason());
            case Releases.Stands stands -> show(referral, stands);
        };
    }

    /** Who it is about is said as the record that stands for the person has it now (H8). */
    private Shown show(Referral referral, Releases.Stands release) {
        Asked asked = referral.asked();
        ReferralContent content = ReferralContent.of(
                referral,
                people.participant(people.idsOf(asked.participant()).getFirst()).orElse(null),
                backgrounds.opened(referral.id(), asked.background()),
                release);
        account(referral, release);
        return new Shown(asked.participant(), content);
    }

    /** Once a day and release revision: the audit has each single read. */
    private void account(Referral referral, Releases.Stands release) {
        Asked asked = referral.asked();
        Instant now = clock.now();
        LocalDate day = clock.today(ZoneId.of(asked.zone()));
        UUID id = Command.derived(
                "read",
                referral.id().toString(),
                release.consent().toString(),
                String.valueOf(release.revision()),
                day.toString());
        Disclosure planned = new Disclosure(
                id,
                referral.id(),
                asked.participant(),
                asked.site(),
                asked.partner(),
                Disclosure.Way.READ,
                "read",
                referral.progress().status(),
                asked.kind(),
                release.kinds(),
                release.consent(),
                release.revision(),
                new Disclosure.State.Decided(null),
                0,
                null,
                now);
        disclosures.createOrChange(
                Command.effectOf("read", id.toString(), referral.id().toString()),
                id.toString(),
                known -> known.isPresent() ? Decision.unchanged() : Disclosure.read(planned, release, now));
    }

    /** The partner's referrals that are not closed to it, without anything about anybody. */
    public List<Referral> of(UUID partner, int limit) {
        return referrals.where("asked.partner", partner.toString(), limit).stream()
                .map(Stored::state)
                .filter(Referral::readableByPartner)
                .toList();
    }
}
