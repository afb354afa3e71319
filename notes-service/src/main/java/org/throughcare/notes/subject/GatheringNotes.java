package org.throughcare.notes.subject;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.platform.subject.Shelf;

/** A participant asks what is held about them: everything of this service's is put into one package. */
public final class GatheringNotes {

    private static final List<String> NOT_WITHIN = List.of(
            "The text of notes that were begun and not signed: each is its writer's own paper until it is signed. Who has begun one is"
                    + " within.",
            "The log of each single change, which is kept to show who changed what: what it led to is within.",
            "Lists that are worked out from what is within, and copies of what participant-service holds.");

    /** What is kept about people here. */
    public record Shelves(Shelf<CaseNote> notes, Shelf<ContactLedger> ledgers, Shelf<DisengagedSearch> searches) {}

    private final Shelves shelves;
    private final NoteSeal seal;
    private final ReadsOnRecord reads;
    private final InstantSource clock;

    public GatheringNotes(Shelves shelves, NoteSeal seal, ReadsOnRecord reads, InstantSource clock) {
        this.shelves = shelves;
        this.seal = seal;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param ids of the person, the one that stands for them first */
    public HeldInNotes gather(List<String> ids) {
        Held<CaseNote> papers = shelves.notes().of(ids);
        Held<ContactLedger> years = shelves.ledgers().of(ids).sorted(Comparator.comparingInt(ContactLedger::year));
        Held<DisengagedSearch> searches = shelves.searches()
                .of(ids)
                .sorted(Comparator.comparing(each -> each.course().openedOn()));
        Held<ReadsOnRecord.Read> readBy = reads.of(ids);
        List<SignedNote> notes = of(CaseNote.Signed.class, papers)
                .map(each -> SignedNote.of(each, seal))
                .sorted(Comparator.comparing(SignedNote::at).thenComparing(SignedNote::id))
                .toList();
        return new HeldInNotes(
                clock.instant(),
                ids,
                Stream.of(
                                papers.cut("notes"),
                                years.cut("contactYears"),
                                searches.cut("searches"),
                                readBy.cut("readBy"))
                        .flatMap(each -> each)
                        .toList(),
                notes.stream().anyMatch(SignedNote::restricted) ? PartTwo.NOTICE : null,
                NOT_WITHIN,
                notes,
                Stream.concat(
                                of(CaseNote.Draft.class, papers).map(HeldInNotes.Unfinished::of),
                                of(CaseNote.Discarded.class, papers).map(HeldInNotes.Unfinished::of))
                        .sorted(Comparator.comparing(HeldInNotes.Unfinished::at))
                        .toList(),
                years.items(),
                searches.items(),
                readBy.items());
    }

    private static <N extends CaseNote> Stream<N> of(Class<N> state, Held<CaseNote> papers) {
        return papers.items().stream().filter(state::isInstance).map(state::cast);
    }
}
