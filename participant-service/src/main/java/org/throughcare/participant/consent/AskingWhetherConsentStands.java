package org.throughcare.participant.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * May this recipient be told these kinds of things now (C7)? One signed release must cover them all; of several, the one
 * that lasts longest answers.
 */
public final class AskingWhetherConsentStands {

    private static final int MANY = 500;

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
    private final BusinessClock clock;

    public AskingWhetherConsentStands(Aggregates<Consent> consents, BusinessClock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    public Standing ask(UUID participant, UUID recipient, Collection<InformationKind> kinds) {
        Optional<Stored<Consent>> standing = consents.where("participant", participant.toString(), MANY).stream()
                .filter(stored -> stored.state()
                        .covers(recipient, kinds, clock.today(stored.state().zone())))
                .max(Comparator.comparing(AskingWhetherConsentStands::lasts)
                        .thenComparing(stored -> stored.state().signedOn()));
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
                        + (consent.expiresOn() == null ? "." : ", until " + consent.expiresOn() + ".")
                        + " The participant may revoke this at any time."
                        + " It does not allow passing this information on to others.");
    }
}
