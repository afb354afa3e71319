package org.throughcare.referral.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.web.OwnerAway;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.Disclosures;
import org.throughcare.referral.known.Releases;

/**
 * One try to deliver one disclosure: asks whether the release stands now (C7), puts the try down, sends, puts down what came of it.
 * Each try is a command of its own, so that of two instances one goes on and the other finds that it is not due.
 */
public final class DeliveringADisclosure {

    private static final Duration TAKEN_FOR = Duration.ofSeconds(30);

    private final Aggregates<Disclosure> disclosures;
    private final Disclosures kept;
    private final Aggregates<Partner> partners;
    private final Releases releases;
    private final Map<Partner.Delivery, PartnerRoute> routes;
    private final InstantSource clock;

    /** @param clock the system clock: this is about what a network does, not about the business's days */
    public DeliveringADisclosure(
            Aggregates<Disclosure> disclosures,
            Disclosures kept,
            Aggregates<Partner> partners,
            Releases releases,
            List<PartnerRoute> routes,
            InstantSource clock) {
        this.disclosures = disclosures;
        this.kept = kept;
        this.partners = partners;
        this.releases = releases;
        this.routes = routes.stream().collect(Collectors.toUnmodifiableMap(PartnerRoute::serves, route -> route));
        this.clock = clock;
    }

    public void tryOnce(String id) {
        Optional<Disclosure> due = disclosures
                .find(id)
                .map(Stored::state)
                .filter(each -> each.nextTryAt() instanceof Instant at && !at.isAfter(now()));
        if (due.isEmpty()) {
            return;
        }
        Disclosure disclosure = due.get();
        if (isBehind(disclosure)) {
            return;
        }
        Releases.Stands release = null;
        if (!disclosure.kinds().isEmpty()) {
            try {
                switch (releases.standing(
                        disclosure.participant(),
                        disclosure.partner(),
                        disclosure.kinds(),
                        new Releases.About(disclosure.referral(), Releases.Doing.TELLING))) {
                    case Releases.Stands stands -> release = stands;
                    case Releases.None none -> {
                        note(
                                id,
                                "withhold",
                                each -> each.withhold("No release of information stands. " + none.reason(), now()));
                        return;
                    }
                }
            } catch (OwnerAway away) {
                note(
                        id,
                        "put-off",
                        each -> each.waitFor("participant-service cannot say whether a release stands", now()));
                return;
            }
        }
        send(disclosure, release);
    }

    /** A partner hears of one referral in the order in which things happened: of its end never before its beginning. */
    private boolean isBehind(Disclosure disclosure) {
        Optional<Instant> earlier = kept.pendingOf(disclosure.referral().toString()).stream()
                .map(Stored::state)
                .filter(each -> each.decidedAt().isBefore(disclosure.decidedAt()))
                .map(Disclosure::nextTryAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        earlier.filter(at -> at.isAfter(now()))
                .ifPresent(at -> note(disclosure.id().toString(), "behind", each -> each.behind(at)));
        return earlier.isPresent();
    }

    private void send(Disclosure disclosure, Releases.@Nullable Stands release) {
        String id = disclosure.id().toString();
        Optional<Partner> partner =
                partners.find(disclosure.partner().toString()).map(Stored::state);
        PartnerRoute route = partner.map(Partner::delivery).map(routes::get).orElse(null);
        if (partner.isPresent()
                && !partner.get().active()
                && !disclosure.kinds().isEmpty()) {
            note(id, "withhold", each -> each.withhold("The partner is no longer active.", now()));
            return;
        }
        if (partner.isEmpty() || route == null) {
            note(id, "no-route", each -> each.undeliverable("There is no way to this partner.", now()));
            return;
        }
        Result<Disclosure> taken = disclosures.change(
                Command.withId("try:" + UUID.randomUUID()),
                id,
                each -> each.attempt(release, now(), now().plus(TAKEN_FOR)));
        if (!(taken instanceof Result.Done<Disclosure>)) {
            return;
        }
        PartnerMessage message = new PartnerMessage(
                disclosure.id(),
                Scope.current().grantee(),
                disclosure.partner(),
                disclosure.event(),
                disclosure.referral(),
                disclosure.kind().name(),
                disclosure.told().name(),
                disclosure.decidedAt());
        switch (route.deliver(message)) {
            case PartnerRoute.Outcome.Confirmed _ -> note(id, "confirmed", each -> each.confirmed(now()));
            case PartnerRoute.Outcome.NotSent no -> note(id, "put-off", each -> each.notSent(no.why(), now()));
            case PartnerRoute.Outcome.Unconfirmed maybe ->
                note(id, "unconfirmed", each -> each.unconfirmed(maybe.why(), now()));
            case PartnerRoute.Outcome.Impossible never ->
                note(id, "impossible", each -> each.undeliverable(never.why(), now()));
        }
    }

    private void note(String id, String what, Function<Disclosure, Decision<Disclosure>> decision) {
        disclosures.change(Command.withId(what + ":" + UUID.randomUUID()), id, decision);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
