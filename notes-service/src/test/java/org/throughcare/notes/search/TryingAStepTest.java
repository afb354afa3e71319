package org.throughcare.notes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.AtTheSite.PARTICIPANT;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.AtTheSite;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.search.SearchStep.Kind;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;

/** A search with a number that is valid until 31 May, an address from 1 June on, and a number not to be called. */
class TryingAStepTest {

    private static final LocalDate MAY_31 = LocalDate.parse("2026-05-31");
    private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");

    private final AtTheSite site = new AtTheSite(
            new Contact("number", "PHONE", "SELF", null, null, false, true, 1, null, MAY_31),
            new Contact("home", "ADDRESS", "SELF", null, null, false, true, 2, JUNE_1, null),
            new Contact("work", "PHONE", "SELF", null, null, false, false, 3, null, null));
    private final TryingAStep trying = new TryingAStep(site.searches, site.known, () -> site.now);

    @BeforeEach
    void open() {
        new OpeningASearch(site.searches, site.known, () -> site.now).becauseOfALapse(PARTICIPANT, MAY_31);
    }

    @Test
    @DisplayName("L9, Y10: a try counts on a contact's last day, not the day after; on its first, not the day before")
    void bounds() {
        assertThat(refusal(step("1", Kind.PHONE, "number", JUNE_1)).reason()).contains("it was valid until 2026-05-31");
        assertThat(trying.tried(command(), search(), step("1", Kind.PHONE, "number", MAY_31), false))
                .isInstanceOf(Result.Done.class);
        assertThat(refusal(step("2", Kind.LETTER, "home", MAY_31)).reason()).contains("it is valid from 2026-06-01");
        assertThat(trying.tried(command(), search(), step("2", Kind.LETTER, "home", JUNE_1), false))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName(
            "L9: what the participant has not agreed to is no step, their own neither; refused, it announces nothing")
    void notAgreed() {
        int announced = site.searches.announced().size();
        Refusal no = refusal(step("1", Kind.PHONE, "work", JUNE_1));
        assertThat(no.rule()).isEqualTo("L9");
        assertThat(no.field()).isEqualTo("target");
        assertThat(site.searches.announced()).hasSize(announced);
    }

    @Test
    @DisplayName(
            "L9: a step on record is the same step again after its contact has ended; one with no contact needs none")
    void onRecord() {
        trying.tried(command(), search(), step("1", Kind.PHONE, "number", MAY_31), false);
        assertThat(trying.tried(command(), search(), step("1", Kind.PHONE, "number", JUNE_1), false))
                .isInstanceOf(Result.Unchanged.class);
        assertThat(trying.tried(command(), search(), step("2", Kind.PHONE, null, JUNE_1), false))
                .isInstanceOf(Result.Done.class);
        assertThat(refusal(step("3", Kind.PHONE, "555-0100", JUNE_1)).rule()).isEqualTo("Y10");
    }

    @Test
    @DisplayName("L9: what is offered goes by the day at the site: at 23:59 on the last day yes, at midnight no more")
    void offeredByTheSitesDay() {
        site.now = Instant.parse("2026-06-01T04:59:00Z");
        assertThat(trying.next(state()))
                .extracting(Proposal::target)
                .contains("number")
                .doesNotContain("home");
        site.now = Instant.parse("2026-06-01T05:00:00Z");
        assertThat(trying.next(state()))
                .extracting(Proposal::target)
                .contains("home")
                .doesNotContain("number", "work");
    }

    private Refusal refusal(SearchStep step) {
        return ((Result.Refused<DisengagedSearch>) trying.tried(command(), search(), step, false)).refusal();
    }

    private static SearchStep step(String id, Kind kind, @Nullable String target, LocalDate on) {
        return new SearchStep(id, kind, target, on, SearchStep.Result.NO_ANSWER, "w-1", null);
    }

    private String search() {
        return site.searches.all().getFirst().id();
    }

    private DisengagedSearch state() {
        return site.searches.all().getFirst().state();
    }

    private static Command command() {
        return Command.withId(java.util.UUID.randomUUID().toString());
    }
}
