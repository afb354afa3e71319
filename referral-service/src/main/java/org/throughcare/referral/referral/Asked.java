package org.throughcare.referral.referral;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;

/**
 * What is asked of a partner.
 *
 * @param zone the site's time zone
 * @param listing the service in the directory, when it is listed
 * @param role what the partner is to do (Y14); it travels with no kind of information, so it names nobody
 * @param help what the case manager does beside sending it (H10); it is not told to the partner
 * @param background what the partner needs to know, by kind of information, sealed
 * @param kinds the kinds of information the partner gets to read, as long as a release names them (C7)
 * @param contactingProhibited that the partner must not call the person: then it gets no phone number either
 * @param startsOnRelease that the service starts on the day of release, whenever that comes to be (L15)
 * @param training for training: what was compared and chosen (C5)
 */
public record Asked(
        UUID participant,
        UUID site,
        String zone,
        UUID partner,
        @Nullable UUID listing,
        String service,
        NeedKind kind,
        Origin origin,
        String role,
        List<Help> help,
        List<Background> background,
        List<InformationKind> kinds,
        boolean contactingProhibited,
        boolean startsOnRelease,
        @Nullable TrainingChoice training,
        UUID requestedBy) {

    /** What led to the referral; someone better served elsewhere is an outcome of the enrolment decision (Y18). */
    public enum Origin {
        CASE_MANAGER,
        PARTICIPANT,
        CASE_CONFERENCE,
        BETTER_SERVED_ELSEWHERE
    }

    /** How the case manager stands behind a referral (H10). */
    public enum Help {
        /** Speaks for the participant with the partner. */
        ADVOCACY,
        /** Arranges the service with the partner: place, day and terms. */
        BROKERING
    }

    /** @param text sealed under the grantee's key */
    public record Background(InformationKind kind, String text) {}

    public Asked {
        help = help == null ? List.of() : help.stream().distinct().sorted().toList();
        background = background == null ? List.of() : List.copyOf(background);
        kinds = kinds == null ? List.of() : kinds.stream().distinct().sorted().toList();
    }
}
