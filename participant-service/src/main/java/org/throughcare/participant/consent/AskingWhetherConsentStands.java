package org.throughcare.participant.consent;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * May this recipient be told these kinds of things now (C7)? One signed release must cover them all; of several, the one
 * that lasts longest answers. What a person signed counts under each of their ids (H8). A yes is on record before it is given.
 */
public final class AskingWhetherConsentStands {

    private static final int MANY = 500;

    /**
     * @param by who asks
     * @param about what they ask it for, as far as they say
     */
    public record Asked(
            UUID participant,
            UUID recipient,
            List<InformationKind> kinds,
            String by,
            String name,
            @Nullable String about) {
        public Asked {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * @param revision of the release, which a disclosure stores
     * @param text what goes along with a disclosure
     */
    public record Standing(
            boolean stands,
            @Nullable UUID consent,
            @Nullable Long revision,
            @Nullable String purpose,
            @Nullable LocalDate expiresOn,
            List<InformationKind> kinds,
            @Nullable String text) {}

    private final Aggregates<Consent> consents;
    private final Aliases aliases;
    private final Reliances reliances;
    private final BusinessClock clock;

    public AskingWhetherConsentStands(
            Aggregates<Consent> consents, Aliases aliases, Reliances reliances, BusinessClock clock) {
        this.consents = consents;
        this.aliases = aliases;
        this.reliances = reliances;
        this.clock = clock;
    }

    public Standing ask(Asked asked) {
        Optional<Stored<Consent>> standing = aliases.allOf(asked.participant()).stream()
                .flatMap(id -> consents.where("participant", id.toString(), MANY).stream())
                .filter(stored -> stored.state()
                        .covers(
                                asked.recipient(),
                                asked.kinds(),
                                clock.today(stored.state().zone())))
                .max(Comparator.comparing(AskingWhetherConsentStands::lasts)
                        .thenComparing(stored -> stored.state().signedOn()));
        standing.ifPresent(stored -> reliances.record(new Reliance(
                stored.state().id(),
                stored.revision(),
                asked.participant(),
                asked.recipient(),
                asked.kinds(),
                asked.by(),
                asked.name(),
                asked.about(),
                clock.now())));
        return standing.map(AskingWhetherConsentStands::stands)
                .orElseGet(() -> new Standing(false, null, null, null, null, List.of(), null));
    }

    private static LocalDate lasts(Stored<Consent> stored) {
        LocalDate until = stored.state().expiresOn();
        return until == null ? LocalDate.MAX : until;
    }

    private static Standing stands(Stored<Consent> stored) {
        Consent consent = stored.state();
        return new Standing(
                true,
                consent.id(),
                stored.revision(),
                consent.purpose(),
                consent.expiresOn(),
                consent.kinds(),
                "Released to " + consent.recipientName() + " for: " + consent.purpose() + ". Signed on "
                        + consent.signedOn()
                        + until(consent)
                        + " The participant may revoke this at any time."
                        + " It does not allow passing this information on to others.");
    }

    private static String until(Consent consent) {
        String day = consent.expiresOn() == null ? "" : ", until " + consent.expiresOn();
        return day + (consent.expiresWhen() == null ? "." : ", until this comes about: " + consent.expiresWhen() + ".");
    }
}
