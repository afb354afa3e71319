package org.throughcare.notes.search.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.notes.note.web.NoteDoor;
import org.throughcare.notes.search.ClosingASearch;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.notes.search.OpeningASearch;
import org.throughcare.notes.search.Proposal;
import org.throughcare.notes.search.SearchSnapshot;
import org.throughcare.notes.search.SearchStep;
import org.throughcare.notes.search.TryingAStep;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
class SearchController {

    private static final int MOST = 200;
    private static final String WHAT = "search";

    private final Aggregates<DisengagedSearch> searches;
    private final OpeningASearch opening;
    private final TryingAStep trying;
    private final ClosingASearch closing;
    private final NoteDoor door;

    SearchController(
            Aggregates<DisengagedSearch> searches,
            OpeningASearch opening,
            TryingAStep trying,
            ClosingASearch closing,
            NoteDoor door) {
        this.searches = searches;
        this.opening = opening;
        this.trying = trying;
        this.closing = closing;
        this.door = door;
    }

    /**
     * @param steps what was tried, with who did and why it was waived
     * @param next what the search still offers, in order
     * @param why a decision's reason in words
     */
    record SearchView(
            SearchSnapshot search,
            List<SearchStep> steps,
            List<Proposal> next,
            @Nullable String why) {}

    /** The latest first, under whichever of the person's ids they were opened (H8). */
    @GetMapping("/participants/{participant}/searches")
    List<SearchView> searches(@PathVariable UUID participant, Caller caller) {
        return door.requireRead(caller, participant.toString(), "searches").stream()
                .flatMap(id -> searches.where("course.participant", id, MOST).stream())
                .map(Stored::state)
                .sorted(Comparator.comparing(
                                (DisengagedSearch each) -> each.course().openedOn())
                        .reversed())
                .map(this::view)
                .toList();
    }

    /** A search for a participant who no longer takes part (Y10), with its steps and what it still offers. */
    @GetMapping("/searches/{id}")
    ResponseEntity<Object> search(@PathVariable UUID id, Caller caller) {
        Stored<DisengagedSearch> stored = find(id);
        door.requireRead(caller, stored.state().course().participant(), WHAT);
        return Answers.found(stored, each -> view(each.state()));
    }

    record OpeningRequest(
            @NotNull UUID participant, @NotNull LocalDate lapseSince) {}

    /** A search is opened by hand, before a lapse opens it by itself (Y10). 409 while the participant is searched for already. */
    @PutMapping("/searches/{id}")
    ResponseEntity<Object> open(
            @PathVariable UUID id, @Valid @RequestBody OpeningRequest asked, Command command, Caller caller) {
        door.requireWrite(caller, asked.participant().toString());
        return answer(opening.open(command, id.toString(), asked.participant().toString(), asked.lapseSince()));
    }

    /**
     * @param id the step's own id
     * @param target a contact's id, or an agency's name
     * @param participantFound this try found the participant; said for relatives and agencies, who may be reached without it
     */
    record StepRequest(
            @NotNull UUID id,
            @NotNull SearchStep.Kind kind,
            @Nullable @Size(max = 200) String target,
            @NotNull LocalDate on,
            @NotNull SearchStep.Result result,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Boolean participantFound) {

        private boolean found() {
            boolean theirOwn = kind == SearchStep.Kind.PHONE || kind == SearchStep.Kind.HOME_VISIT;
            return participantFound == null ? theirOwn && result == SearchStep.Result.REACHED : participantFound;
        }
    }

    /**
     * One try, on a day at the site (Y10): phone, letter, home visit, relatives (L9), agencies. 422 for one that is waived without a
     * reason, and for a contact that was not valid on that day or not to be called; 409 once the search is over.
     */
    @PostMapping("/searches/{id}/steps")
    ResponseEntity<Object> step(
            @PathVariable UUID id, @Valid @RequestBody StepRequest asked, Command command, Caller caller) {
        toWrite(id, caller);
        SearchStep step = new SearchStep(
                asked.id().toString(),
                asked.kind(),
                asked.target(),
                asked.on(),
                asked.result(),
                caller.id(),
                asked.reason());
        return answer(trying.tried(command, id.toString(), step, asked.found()));
    }

    record EndRequest(
            @NotNull DisengagedSearch.Reason reason,
            @NotBlank @Size(max = 2000) String why) {}

    /**
     * The search ends by a decision, with its reason (Y10). As not found only once phone, letter and home visit were tried: 409 names
     * those that were not.
     */
    @PostMapping("/searches/{id}/end")
    ResponseEntity<Object> end(
            @PathVariable UUID id, @Valid @RequestBody EndRequest asked, Command command, Caller caller) {
        toWrite(id, caller);
        return answer(closing.end(command, id.toString(), asked.reason(), asked.why(), caller.id()));
    }

    private void toWrite(UUID id, Caller caller) {
        door.requireWrite(caller, find(id).state().course().participant());
    }

    private Stored<DisengagedSearch> find(UUID id) {
        return searches.find(id.toString()).orElseThrow(() -> ProblemException.notFound(WHAT, id.toString()));
    }

    private ResponseEntity<Object> answer(Result<DisengagedSearch> result) {
        return Answers.of(result, WHAT, stored -> view(stored.state()));
    }

    private SearchView view(DisengagedSearch search) {
        return new SearchView(
                SearchSnapshot.of(search),
                search.course().steps(),
                trying.next(search),
                search instanceof DisengagedSearch.Ended ended ? ended.why() : null);
    }
}
