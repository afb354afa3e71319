package org.throughcare.participant.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.cipher.FieldCipher;

/** Seals and opens what identifies a participant elsewhere; each field under a place of its own. */
public final class IdentityCipher {

    /** Who someone is, in the open; never stored and never logged. */
    public record OpenIdentity(@Nullable LocalDate dateOfBirth, List<Identifier> identifiers) {
        public OpenIdentity {
            identifiers = List.copyOf(identifiers);
        }

        /** With what another record of the same person knows besides. */
        public OpenIdentity and(OpenIdentity other) {
            return new OpenIdentity(
                    dateOfBirth == null ? other.dateOfBirth : dateOfBirth,
                    Stream.concat(identifiers.stream(), other.identifiers.stream())
                            .distinct()
                            .toList());
        }

        @Override
        public String toString() {
            return "OpenIdentity[withheld]";
        }
    }

    private final FieldCipher cipher;

    public IdentityCipher(FieldCipher cipher) {
        this.cipher = cipher;
    }

    SealedIdentity seal(UUID participant, OpenIdentity open) {
        LocalDate born = open.dateOfBirth();
        return new SealedIdentity(
                born == null ? null : cipher.seal(birthPlace(participant), born.toString()),
                open.identifiers().stream()
                        .map(each -> {
                            UUID claim = claimOn(each);
                            return new SealedIdentity.SealedIdentifier(
                                    claim,
                                    each.kind(),
                                    each.issuer(),
                                    cipher.seal(place(participant, claim), each.normal()));
                        })
                        .toList());
    }

    public OpenIdentity open(Participant participant) {
        return new OpenIdentity(
                dateOfBirth(participant),
                participant.sealed().identifiers().stream()
                        .map(each -> new Identifier(
                                each.kind(),
                                each.issuer(),
                                cipher.open(place(participant.id(), each.id()), each.value())))
                        .toList());
    }

    @Nullable
    LocalDate dateOfBirth(Participant participant) {
        String sealed = participant.sealed().dateOfBirth();
        return sealed == null ? null : LocalDate.parse(cipher.open(birthPlace(participant.id()), sealed));
    }

    /** The claim that guards this number. */
    UUID claimOn(Identifier identifier) {
        return IdentifierClaim.idOf(
                identifier.kind().name(), cipher.blindIndex(identifier.kind().name(), identifier.indexed()));
    }

    private static String birthPlace(UUID participant) {
        return "participant/" + participant + "/date-of-birth";
    }

    private static String place(UUID participant, UUID claim) {
        return "participant/" + participant + "/identifier/" + claim;
    }
}
