package org.throughcare.notes.note;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * One note about one participant. It begins as its author's draft, which nobody else sees and which may be rewritten or
 * discarded. The author signs it once everything that N10 asks for is said; from then on it never changes (N12): what is to be
 * added is appended as an amendment, each chained by its hash to what stood before, and supervisors put their review
 * beside it. The text is sealed at every moment and opened only to sign, show or verify it.
 */
public sealed interface CaseNote {

    /** A device's clock may run ahead of ours by this much before its "now" becomes "the future". */
    Duration AHEAD = Duration.ofMinutes(5);

    String id();

    String participant();

    String author();

    /** Being written. */
    record Draft(String id, String participant, String author, Heading heading, String sealed) implements CaseNote {}

    /** A draft that was thrown away; only that there was one is left. */
    record Discarded(String id, String participant, String author, Instant at) implements CaseNote {}

    /**
     * Evidence.
     *
     * @param on the day it happened, at the site
     * @param decidedUnder the policy versions that decided what it counts as
     * @param hash of heading, text, author and time
     */
    record Signed(
            String id,
            String participant,
            String author,
            Heading heading,
            String sealed,
            Instant signedAt,
            LocalDate on,
            Counts counts,
            List<String> decidedUnder,
            String hash,
            List<Amendment> amendments,
            List<Review> reviews)
            implements CaseNote {

        public Signed {
            decidedUnder = decidedUnder == null ? List.of() : List.copyOf(decidedUnder);
            amendments = amendments == null ? List.of() : List.copyOf(amendments);
            reviews = reviews == null ? List.of() : List.copyOf(reviews);
        }

        /** Whether this person may read it (N12); whether the case is theirs is asked before. */
        public boolean opensTo(String staff, boolean supervises) {
            return !heading.restricted() || supervises || author.equals(staff);
        }

        /** What the next amendment is chained to. */
        String lastHash() {
            return amendments.isEmpty() ? hash : amendments.getLast().hash();
        }
    }

    static Decision<CaseNote> start(Draft draft) {
        return Decision.accept(draft, new NoteEvent.DraftWritten(draft.heading().kind()));
    }

    default Decision<CaseNote> rewrite(Draft to) {
        return switch (this) {
            case Draft _ when !author().equals(to.author()) -> notTheAuthor("write it");
            case Draft _
            when !participant().equals(to.participant()) ->
                Decision.refuse(Refusal.invalid(
                        "note",
                        "participant",
                        "A note stays with its participant; discard this draft and write another."));
            case Draft _ ->
                Decision.accept(to, new NoteEvent.DraftWritten(to.heading().kind()));
            case Signed _ -> alreadySigned();
            case Discarded _ -> discarded();
        };
    }

    default Decision<CaseNote> discard(String by, Instant now) {
        return switch (this) {
            case Draft _ when !author().equals(by) -> notTheAuthor("discard it");
            case Draft draft ->
                Decision.accept(
                        new Discarded(draft.id(), draft.participant(), draft.author(), now),
                        new NoteEvent.DraftDiscarded());
            case Signed _ -> alreadySigned();
            case Discarded _ -> Decision.unchanged();
        };
    }

    /** The author signs what the draft holds. */
    default Decision<CaseNote> sign(String by, NoteSeal seal, SigningTerms terms, Instant now) {
        return switch (this) {
            case Draft _ when !author().equals(by) -> notTheAuthor("sign it");
            case Draft draft -> sign(draft, seal.open(draft.id(), draft.sealed()), terms, now);
            case Signed _ -> alreadySigned();
            case Discarded _ -> discarded();
        };
    }

    /** Draft and signature in one: what a device brings after the fact. */
    static Decision<CaseNote> sign(Draft draft, Content content, SigningTerms terms, Instant now) {
        List<RequiredParts.Missing> missing = RequiredParts.missing(draft.heading(), content.text());
        @Nullable OffsetDateTime occurred = draft.heading().occurredAt();
        if (!missing.isEmpty() || occurred == null) {
            String parts = missing.stream().map(RequiredParts.Missing::what).collect(Collectors.joining(", "));
            return Decision.refuse(Refusal.invalid(
                    "N10",
                    missing.isEmpty() ? "occurredAt" : missing.getFirst().field(),
                    "The note cannot be signed yet. Still to be said: " + parts + "."));
        }
        if (occurred.toInstant().isAfter(now.plus(AHEAD))) {
            return Decision.refuse(
                    Refusal.invalid("N10", "occurredAt", "What has not happened yet cannot be signed for."));
        }
        SigningTerms.Terms inForce = terms.termsFor(draft.participant(), occurred);
        Counts counts = Counting.of(draft.heading(), inForce.rules());
        LocalDate on = inForce.dayOf(occurred);
        String hash = NoteHash.of(draft.id(), draft.participant(), draft.author(), now, draft.heading(), content);
        Signed signed = new Signed(
                draft.id(),
                draft.participant(),
                draft.author(),
                draft.heading(),
                draft.sealed(),
                now,
                on,
                counts,
                inForce.rules().stream().map(ContactRule::label).toList(),
                hash,
                List.of(),
                List.of());
        return Decision.accept(
                signed, new NoteEvent.NoteSigned(counts, on, draft.heading().method(), hash));
    }

    default Decision<CaseNote> amend(
            String amendment, String by, boolean supervises, String text, String salt, NoteSeal seal, Instant now) {
        return switch (this) {
            case Signed signed
            when !signed.opensTo(by, supervises) ->
                Decision.refuse(Refusal.forbidden("N12", "A restricted note is open to its author and supervisors."));
            case Signed signed ->
                signed.amendments().stream()
                        .filter(each -> each.id().equals(amendment))
                        .findFirst()
                        .map(each -> addedBefore(signed, each, by, text, seal))
                        .orElseGet(() -> appended(signed, amendment, by, new Amendment.Words(text, salt), seal, now));
            case Draft _ ->
                Decision.refuse(Refusal.conflict("N12", "A draft is not amended but rewritten.", "rewrite", "sign"));
            case Discarded _ -> discarded();
        };
    }

    /** The same words of the same author again are a repeat; others under a used id would be lost unsaid. */
    private static Decision<CaseNote> addedBefore(
            Signed signed, Amendment there, String by, String text, NoteSeal seal) {
        boolean same = there.author().equals(by)
                && seal.openAmendment(signed.id(), there.id(), there.sealed())
                        .text()
                        .equals(text);
        return same
                ? Decision.unchanged()
                : Decision.refuse(Refusal.conflict(
                        "N12", "Another amendment has this id and stays as it is. Give this one an id of its own."));
    }

    private static Decision<CaseNote> appended(
            Signed signed, String id, String by, Amendment.Words words, NoteSeal seal, Instant now) {
        String hash = NoteHash.ofAmendment(signed.lastHash(), id, by, now, words);
        List<Amendment> all = new ArrayList<>(signed.amendments());
        all.add(new Amendment(id, by, now, seal.sealAmendment(signed.id(), id, words), hash));
        return Decision.accept(with(signed, all, signed.reviews()), new NoteEvent.NoteAmended(id, hash));
    }

    /** N12: supervisors review notes; nobody reviews their own. */
    default Decision<CaseNote> review(String review, String by, Instant now) {
        return switch (this) {
            case Signed signed
            when signed.author().equals(by) ->
                Decision.refuse(Refusal.forbidden("N12", "Somebody else reviews a supervisor's own note."));
            case Signed signed
            when signed.reviews().stream().anyMatch(each -> each.by().equals(by)) -> Decision.unchanged();
            case Signed signed -> {
                List<Review> all = new ArrayList<>(signed.reviews());
                all.add(new Review(review, by, now));
                yield Decision.accept(with(signed, signed.amendments(), all), new NoteEvent.NoteReviewed(by));
            }
            case Draft _ -> Decision.refuse(Refusal.conflict("N12", "A draft is not reviewed.", "sign"));
            case Discarded _ -> discarded();
        };
    }

    private static Signed with(Signed signed, List<Amendment> amendments, List<Review> reviews) {
        return new Signed(
                signed.id(),
                signed.participant(),
                signed.author(),
                signed.heading(),
                signed.sealed(),
                signed.signedAt(),
                signed.on(),
                signed.counts(),
                signed.decidedUnder(),
                signed.hash(),
                amendments,
                reviews);
    }

    private static Decision<CaseNote> alreadySigned() {
        return Decision.refuse(Refusal.conflict(
                "N12", "This note is signed and stays as it is. What is to be added is an amendment.", "amend"));
    }

    private static Decision<CaseNote> discarded() {
        return Decision.refuse(Refusal.conflict("note", "This draft was discarded. Write a new note."));
    }

    private static Decision<CaseNote> notTheAuthor(String doing) {
        return Decision.refuse(Refusal.forbidden("N10", "Only the author of a draft may " + doing + "."));
    }
}
