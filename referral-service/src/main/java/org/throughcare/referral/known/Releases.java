package org.throughcare.referral.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the owner whether a signed release of information stands at this moment (C7). There is no answer from a copy: who cannot
 * ask, discloses nothing.
 */
public interface Releases {

    /**
     * @param about what it is asked for: goes on record at the owner as what was relied on the release for
     * @throws org.throughcare.platform.web.OwnerAway when the owner cannot be asked
     */
    Answer standing(UUID participant, UUID recipient, List<InformationKind> kinds, About about);

    /** What a release is relied on for: one of the things that are done with a referral. */
    record About(UUID referral, Doing doing) {

        /** In the words of the record, which go into an address as they are. */
        public String words() {
            return "referral/" + referral + "/" + doing.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is done with it. */
    enum Doing {
        /** It goes out. */
        SENDING,
        /** Its partner is told something of it. */
        TELLING,
        /** Its partner reads it. */
        READING
    }

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
