package org.throughcare.notes.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * N12: proves that a signed note is what was signed. The hash is worked out anew from the opened text and held against the
 * one kept with the note and the one in the journal; amendments likewise, each on what stood before it.
 */
public final class VerifyingANote {

    /**
     * @param intact nothing that was checked has changed
     * @param journaled whether the journal was asked and has the same hash; false while the entry is on its way
     * @param faults what does not fit, in words
     */
    public record Verification(
            String note, boolean intact, boolean journaled, String hash, String computed, List<String> faults) {}

    private final NoteSeal seal;
    private final AnnouncedHashes announced;

    public VerifyingANote(NoteSeal seal, AnnouncedHashes announced) {
        this.seal = seal;
        this.announced = announced;
    }

    public Verification verify(CaseNote.Signed signed) {
        List<String> faults = new ArrayList<>();
        String computed = computed(signed, faults);
        if (!computed.equals(signed.hash())) {
            faults.add("The note is not what was signed: its hash differs.");
        }
        Optional<String> journal = announced.whenSigned(signed.id());
        journal.filter(each -> !each.equals(computed))
                .ifPresent(each -> faults.add("The journal has another hash for this note."));
        verifyAmendments(signed, faults);
        return new Verification(
                signed.id(),
                faults.isEmpty(),
                journal.filter(computed::equals).isPresent(),
                signed.hash(),
                computed,
                List.copyOf(faults));
    }

    private String computed(CaseNote.Signed signed, List<String> faults) {
        try {
            return NoteHash.of(
                    signed.id(),
                    signed.participant(),
                    signed.author(),
                    signed.signedAt(),
                    signed.heading(),
                    seal.open(signed.id(), signed.sealed()));
        } catch (IllegalStateException tampered) {
            faults.add("The text does not open: it was not sealed here or was changed.");
            return "";
        }
    }

    private void verifyAmendments(CaseNote.Signed signed, List<String> faults) {
        String before = signed.hash();
        for (Amendment each : signed.amendments()) {
            try {
                Amendment.Words words = seal.openAmendment(signed.id(), each.id(), each.sealed());
                if (!NoteHash.ofAmendment(before, each.id(), each.author(), each.at(), words)
                        .equals(each.hash())) {
                    faults.add("Amendment " + each.id() + " is not what was added, or one before it is missing.");
                }
            } catch (IllegalStateException tampered) {
                faults.add("Amendment " + each.id() + " does not open: it was not sealed here or was changed.");
            }
            before = each.hash();
        }
    }
}
