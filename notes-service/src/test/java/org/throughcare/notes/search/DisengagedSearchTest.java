package org.throughcare.notes.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.search.SearchStep.Kind;
import org.throughcare.notes.search.SearchStep.Result;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

class DisengagedSearchTest {

    private static final LocalDate LAPSE = LocalDate.parse("2026-03-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-02");
    private static final DisengagedSearch OPEN =
            new DisengagedSearch.Open(new DisengagedSearch.Course("s-1", "p-1", "site-1", TODAY, LAPSE, List.of()));
    private static final List<Contact> PLAN = List.of(
            contact("friend", "PHONE", "PERSON", false, true, 3),
            contact("mother", "PHONE", "PERSON", true, true, 5),
            contact("uncle", "PHONE", "PERSON", false, false, 4),
            contact("second", "PHONE", "SELF", false, true, 2),
            contact("primary", "PHONE", "SELF", false, true, 1),
            contact("home", "ADDRESS", "SELF", false, true, 6),
            contact("mailing", "ADDRESS", "SELF", false, true, 7));

    private static Contact contact(String id, String kind, String owner, boolean stable, boolean may, int rank) {
        return new Contact(id, kind, owner, owner.equals("SELF") ? null : id, "kin", stable, may, rank, null, null);
    }

    private static SearchStep step(String id, Kind kind, @Nullable String target, Result result) {
        return new SearchStep(id, kind, target, TODAY, result, "w-1", null);
    }

    private static DisengagedSearch after(Decision<DisengagedSearch> decision) {
        return ((Decision.Accepted<DisengagedSearch>) decision).state();
    }

    private static Refusal refused(Decision<DisengagedSearch> decision) {
        return ((Decision.Refused<DisengagedSearch>) decision).refusal();
    }

    @Test
    @DisplayName(
            "Y10, L9: phones by rank, letters, home visit, relatives who may be called with the stable one first, agencies")
    void order() {
        assertThat(ProposingSteps.next(PLAN, List.of(), TODAY))
                .extracting(each -> each.kind() + ":" + each.target())
                .containsExactly(
                        "PHONE:primary",
                        "PHONE:second",
                        "LETTER:home",
                        "LETTER:mailing",
                        "HOME_VISIT:home",
                        "RELATIVE:mother",
                        "RELATIVE:friend",
                        "AGENCY:null");
        List<SearchStep> tried = List.of(
                step("1", Kind.PHONE, "primary", Result.NO_ANSWER), step("2", Kind.HOME_VISIT, null, Result.WAIVED));
        assertThat(ProposingSteps.next(PLAN, tried, TODAY))
                .extracting(Proposal::kind)
                .containsExactly(Kind.PHONE, Kind.LETTER, Kind.LETTER, Kind.RELATIVE, Kind.RELATIVE, Kind.AGENCY);
    }

    @Test
    @DisplayName("Y10: a home visit is waived only with a reason, a call never")
    void waiving() {
        assertThat(refused(OPEN.tried(step("1", Kind.HOME_VISIT, null, Result.WAIVED), true, false))
                        .field())
                .isEqualTo("reason");
        assertThat(refused(OPEN.tried(step("1", Kind.PHONE, "primary", Result.WAIVED), true, false))
                        .field())
                .isEqualTo("result");
        SearchStep waived =
                new SearchStep("1", Kind.HOME_VISIT, null, TODAY, Result.WAIVED, "w-1", "Lives in another state");
        assertThat(OPEN.tried(waived, true, false)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @DisplayName("L9: a relative whom the participant did not name for calls is not called")
    void notCalled() {
        assertThat(refused(OPEN.tried(step("1", Kind.RELATIVE, "uncle", Result.REACHED), false, false))
                        .rule())
                .isEqualTo("L9");
    }

    @Test
    @DisplayName("Y10: the try that finds the participant ends the search and says through whom")
    void foundByAStep() {
        DisengagedSearch found = after(OPEN.tried(step("1", Kind.RELATIVE, "mother", Result.REACHED), true, true));
        assertThat(found)
                .isInstanceOfSatisfying(
                        DisengagedSearch.Found.class,
                        each -> assertThat(each.foundThrough()).isEqualTo("mother"));
    }

    @Test
    @DisplayName(
            "Y10: a signed contact ends it, through the relative who was reached before; one from before the lapse does not")
    void foundByANote() {
        DisengagedSearch tried = after(OPEN.tried(step("1", Kind.RELATIVE, "mother", Result.REACHED), true, false));
        assertThat(tried.contactMade(LAPSE, "PHONE", "n1")).isInstanceOf(Decision.Unchanged.class);
        DisengagedSearch found = after(tried.contactMade(LAPSE.plusDays(1), "PHONE", "n1"));
        assertThat(SearchSnapshot.of(found).foundThrough()).isEqualTo("mother");
        assertThat(found.contactMade(TODAY, "PHONE", "n2")).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("Y10: not found is decided only after phone, letter and home visit")
    void decision() {
        assertThat(refused(OPEN.end(DisengagedSearch.Reason.NOT_FOUND, "gone", "w-1", TODAY))
                        .allowed())
                .containsExactly("PHONE", "LETTER", "HOME_VISIT");
        DisengagedSearch tried = after(OPEN.tried(step("1", Kind.PHONE, "primary", Result.NO_ANSWER), true, false));
        tried = after(tried.tried(step("2", Kind.LETTER, "home", Result.SENT), true, false));
        tried = after(tried.tried(step("3", Kind.HOME_VISIT, "home", Result.NO_ANSWER), true, false));
        DisengagedSearch ended = after(tried.end(DisengagedSearch.Reason.NOT_FOUND, "gone", "w-1", TODAY));
        assertThat(SearchSnapshot.of(ended).state()).isEqualTo(SearchSnapshot.State.ENDED);
        assertThat(refused(ended.end(DisengagedSearch.Reason.DECEASED, "x", "w-1", TODAY))
                        .kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    @DisplayName("Y10: a search for someone who is back inside ends by decision at once")
    void backInside() {
        assertThat(OPEN.end(DisengagedSearch.Reason.RETURNED_TO_CUSTODY, "booked", "w-1", TODAY))
                .isInstanceOf(Decision.Accepted.class);
    }
}
