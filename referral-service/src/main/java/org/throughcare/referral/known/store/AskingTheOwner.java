package org.throughcare.referral.known.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.Releases;

/** Asks participant-service. Whatever is not a plain yes is a no. */
final class AskingTheOwner implements Releases {

    private final OwnerClient owners;

    AskingTheOwner(OwnerClient owners) {
        this.owners = owners;
    }

    /** The owner's answer on the wire. */
    record StandingAnswer(
            boolean stands,
            @Nullable UUID consent,
            @Nullable Long revision,
            @Nullable String purpose,
            @Nullable LocalDate expiresOn,
            @Nullable List<InformationKind> kinds,
            @Nullable String text) {}

    @Override
    public Answer standing(UUID participant, UUID recipient, List<InformationKind> kinds, About about) {
        if (kinds.isEmpty()) {
            return new None("No kind of information was named.");
        }
        String named = kinds.stream().map(InformationKind::name).collect(Collectors.joining(","));
        return owners.get(
                        "participant",
                        "/participants/" + participant + "/consents/standing?recipient=" + recipient + "&kind=" + named
                                + "&about=" + about.words(),
                        StandingAnswer.class)
                .map(answer -> read(answer, kinds))
                .orElseGet(() -> new None("The participant is not known to the owner."));
    }

    private static Answer read(StandingAnswer answer, List<InformationKind> asked) {
        UUID consent = answer.consent();
        Long revision = answer.revision();
        if (!answer.stands() || consent == null || revision == null) {
            return new None(
                    "No signed, unexpired, unrevoked release names this partner and these kinds of information.");
        }
        List<InformationKind> released = answer.kinds() == null ? asked : answer.kinds();
        if (!released.containsAll(asked)) {
            return new None("The release does not name all of these kinds of information.");
        }
        String purpose = answer.purpose();
        String text = answer.text();
        return new Stands(
                consent, revision, purpose == null ? "" : purpose, answer.expiresOn(), asked, text == null ? "" : text);
    }
}
