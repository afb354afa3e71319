package org.throughcare.referral.referral;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.OwnerAway;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.directory.ServiceListing;
import org.throughcare.referral.known.People;

/** A referral is written, or rewritten while it is a draft. */
public final class DraftingAReferral {

    private final Aggregates<Referral> referrals;
    private final Aggregates<Partner> partners;
    private final Aggregates<ServiceListing> listings;
    private final People people;
    private final BusinessClock clock;

    public DraftingAReferral(
            Aggregates<Referral> referrals,
            Aggregates<Partner> partners,
            Aggregates<ServiceListing> listings,
            People people,
            BusinessClock clock) {
        this.referrals = referrals;
        this.partners = partners;
        this.listings = listings;
        this.people = people;
        this.clock = clock;
    }

    public Result<Referral> draft(Command command, UUID id, Asked asked, @Nullable LocalDate startsOn, Actor by) {
        Optional<Refusal> no = refusal(asked, startsOn);
        if (no.isPresent()) {
            return new Result.Refused<>(no.get());
        }
        Referral.Start start =
                asked.startsOnRelease() ? onRelease(asked.participant()) : new Referral.Start(startsOn, null, 0, null);
        return referrals.createOrChange(
                command,
                id.toString(),
                known -> known.map(referral -> referral.revise(asked, start))
                        .orElseGet(() -> Referral.draft(id, asked, start, by.toString(), clock.now())));
    }

    /** When custody cannot be asked for, the day follows as soon as its news arrives; a draft need not wait for it. */
    private Referral.Start onRelease(UUID participant) {
        try {
            return people.custody(participant)
                    .map(custody -> new Referral.Start(
                            custody.state().startOnRelease(),
                            custody.state().cause(),
                            custody.revision(),
                            whose(participant, custody.state().participant())))
                    .orElseGet(() -> new Referral.Start(null, null, 0, null));
        } catch (OwnerAway away) {
            return new Referral.Start(null, null, 0, null);
        }
    }

    private static @Nullable String whose(UUID participant, String kept) {
        return participant.toString().equals(kept) ? null : kept;
    }

    private Optional<Refusal> refusal(Asked asked, @Nullable LocalDate startsOn) {
        if (asked.startsOnRelease() && startsOn != null) {
            return Optional.of(Refusal.invalid("L15", "startsOn", "The release sets the day; leave it out."));
        }
        Optional<Partner> partner = partners.find(asked.partner().toString()).map(stored -> stored.state());
        if (partner.isEmpty() || !partner.get().active()) {
            return Optional.of(Refusal.invalid("Y14", "partner", "There is no active partner of this id."));
        }
        UUID listing = asked.listing();
        if (listing == null) {
            return Optional.empty();
        }
        Optional<ServiceListing> listed = listings.find(listing.toString()).map(stored -> stored.state());
        if (listed.isEmpty() || !listed.get().open()) {
            return Optional.of(Refusal.invalid("Y17", "listing", "There is no active service of this id."));
        }
        return asked.kind() == NeedKind.TRAINING ? uncertified(asked, listed.get()) : Optional.empty();
    }

    /** C5: certified providers only. */
    private Optional<Refusal> uncertified(Asked asked, ServiceListing listed) {
        LocalDate today = clock.today(java.time.ZoneId.of(asked.zone()));
        ServiceListing.Certification certification = listed.certification();
        return certification != null && certification.holdsOn(today)
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "C5",
                        "listing",
                        "Training goes to certified providers only; this one is not on record as one."));
    }
}
