package org.throughcare.notes.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.NobodyAnswers;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.ShippedTerms;
import org.throughcare.notes.note.Method;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.testing.InMemoryAggregates;
import org.throughcare.testing.InMemoryCopies;

/** A person with two ids is searched for once, and found under either. */
class SearchesOfOnePersonTest {

    private static final LocalDate LAPSE = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");

    private final InMemoryCopies<PersonIds.Merged> merged = new InMemoryCopies<>(
            (record, path) -> path.equals(PersonIds.LISTED) ? record.aliases() : record.mergedInto());
    private final Known known = new Known(
            new Known.Kept(
                    new InMemoryCopies<>(),
                    new InMemoryCopies<>(),
                    new InMemoryCopies<>(),
                    new InMemoryCopies<>(),
                    new InMemoryCopies<>(),
                    new InMemoryCopies<>()),
            new PersonIds(merged),
            new NobodyAnswers(),
            new ShippedTerms(List.of(new ContactTerms(
                    "LEAP", 0, ContactTerms.Unit.ROLLING_DAYS, 30, Set.of(Method.PHONE), Set.of(), 30))));
    private final InMemoryAggregates<DisengagedSearch> searches =
            new InMemoryAggregates<>((search, path) -> search.course().participant());
    private final OpeningASearch opening = new OpeningASearch(searches, known, () -> NOW);
    private final ClosingASearch closing = new ClosingASearch(searches, known, () -> NOW);

    private void merge() {
        merged.now("s", "s", new PersonIds.Merged(null, List.of("a")));
        merged.now("a", "a", new PersonIds.Merged("s", List.of()));
    }

    private void undo() {
        merged.now("a", "a", new PersonIds.Merged(null, List.of()));
    }

    @Test
    @DisplayName("Y10, H8: one search at a time for a person, under whichever id it was opened")
    void oneAtATime() {
        opening.becauseOfALapse("a", LAPSE);
        merge();
        opening.becauseOfALapse("s", LAPSE);
        assertThat(open()).containsExactly("a");
        assertThat(opening.open(Command.withId("by-hand"), "by-hand", "s", LAPSE))
                .isInstanceOf(Result.Refused.class);
        undo();
        opening.becauseOfALapse("s", LAPSE);
        assertThat(open()).containsExactlyInAnyOrder("a", "s");
    }

    @Test
    @DisplayName(
            "Y10, H8: contact under either id finds the person; with the merge undone, whose lapse goes on is searched for again")
    void foundUnderTheOther() {
        opening.becauseOfALapse("s", LAPSE);
        merge();
        closing.contactMade("a", "n1", LAPSE.plusDays(20), Method.PHONE);
        assertThat(open()).isEmpty();
        undo();
        opening.becauseOfALapse("s", LAPSE);
        assertThat(open()).containsExactly("s");
        opening.becauseOfALapse("s", LAPSE);
        assertThat(searches.all()).as("heard twice").hasSize(2);
    }

    @Test
    @DisplayName("Y10: whom a try found is not searched for again for the same lapse")
    void foundByATry() {
        opening.becauseOfALapse("s", LAPSE);
        String id = searches.all().getFirst().id();
        SearchStep step = new SearchStep(
                "t1", SearchStep.Kind.PHONE, null, LAPSE.plusDays(20), SearchStep.Result.REACHED, "w", null);
        searches.change(Command.withId("try"), id, search -> search.tried(step, true, true));
        opening.becauseOfALapse("s", LAPSE);
        assertThat(open()).isEmpty();
        assertThat(searches.all()).hasSize(1);
    }

    private List<String> open() {
        return searches.all().stream()
                .map(Stored::state)
                .filter(DisengagedSearch.Open.class::isInstance)
                .map(search -> search.course().participant())
                .toList();
    }
}
