package org.throughcare.referral.known;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the owner whether a signed release of information stands at this moment (C7). There is no answer from a copy: who cannot
 * ask, discloses nothing.
 */
public interface Releases {

    /**
     * @throws org.throughcare.platform.web.OwnerAway when the owner cannot be asked
     */
    Answer standing(UUID participant, UUID recipient, List<InformationKind> kinds);

    /** What the owner said. */
    sealed interface Answer {}

    /**
     * It stands.
     *
     * @param revision of the release, for the accounting
     * @param text the consent's copy, which goes with what is disclosed
     * @param expiresOn last day at the site on which it holds
     */
    record Stands(
            UUID consent,
            long revision,
            String purpose,
            @Nullable LocalDate expiresOn,
            List<InformationKind> kinds,
            String text)
            implements Answer {

        public Stands {
            kinds = List.copyOf(kinds);
        }
    }

    /** None does. */
    record None(String reason) implements Answer {}
}
