package org.throughcare.participant.household.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.household.Approach;
import org.throughcare.participant.household.ChangingAHousehold;
import org.throughcare.participant.household.ClaimingMembership;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.JoiningAHousehold;
import org.throughcare.participant.household.LeavingAHousehold;
import org.throughcare.participant.household.Member;
import org.throughcare.participant.household.OpeningAHousehold;
import org.throughcare.participant.household.Relationship;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

/** Who lives together (H4, HUD training). Dates are days at the household's site. */
@RestController
class HouseholdController {

    private final OpeningAHousehold opening;
    private final JoiningAHousehold joining;
    private final LeavingAHousehold leaving;
    private final ChangingAHousehold changing;
    private final ClaimingMembership memberships;
    private final HouseholdAccess households;
    private final PersonFiles files;

    HouseholdController(
            OpeningAHousehold opening,
            JoiningAHousehold joining,
            LeavingAHousehold leaving,
            ChangingAHousehold changing,
            ClaimingMembership memberships,
            HouseholdAccess households,
            PersonFiles files) {
        this.opening = opening;
        this.joining = joining;
        this.leaving = leaving;
        this.changing = changing;
        this.memberships = memberships;
        this.households = households;
        this.files = files;
    }

    /**
     * @param participant none for somebody who is no participant
     * @param resident id on the roster of original assisted residents, of somebody who is no participant (H2)
     * @param from first day in the household
     */
    record MemberRequest(
            @NotNull UUID id,
            @Nullable UUID participant,
            @Nullable @Size(max = 100) String resident,
            @Nullable @Size(max = 200) String name,
            @NotNull Relationship relationship,
            @NotNull Boolean head,
            @NotNull LocalDate from) {

        Member member() {
            return new Member(
                    id.toString(),
                    participant == null ? null : participant.toString(),
                    resident,
                    name,
                    relationship,
                    head,
                    from,
                    null);
        }
    }

    record HouseholdRequest(
            @NotNull UUID site,
            @NotNull Approach approach,
            @NotEmpty @Size(max = 100) List<@Valid MemberRequest> members) {}

    record MoveOutRequest(@Nullable LocalDate on) {}

    record HeadRequest(@NotNull UUID member) {}

    record ApproachRequest(@NotNull Approach approach) {}

    /**
     * A household is opened with its members, one of them its head (H4). 409 when a participant is in another household, with what to
     * do.
     */
    @PutMapping("/households/{id}")
    ResponseEntity<Object> open(
            @PathVariable UUID id, @Valid @RequestBody HouseholdRequest asked, Command command, Caller caller) {
        List<Member> members =
                asked.members().stream().map(MemberRequest::member).toList();
        households.toOpen(caller, asked.site().toString(), members);
        return answer(opening.open(
                command,
                new OpeningAHousehold.Asked(id.toString(), asked.site().toString(), asked.approach(), members)));
    }

    /** A household with its members, past ones included, and the family's plan beside (H4). */
    @GetMapping("/households/{id}")
    ResponseEntity<Object> household(@PathVariable UUID id, Caller caller) {
        return Answers.found(households.toRead(caller, id.toString()), HouseholdView::of);
    }

    /**
     * The household in which a person is now, under whichever of their ids (H8); another, in which they are under an alias, stands in
     * {@code underAliases}. 404 when there is none.
     *
     * @param own true for the household of this very id, alias or not
     */
    @GetMapping("/participants/{participant}/household")
    ResponseEntity<Object> ofParticipant(
            @PathVariable UUID participant, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        List<Stored<Household>> in = files.ids(participant, own, caller).stream()
                .flatMap(id -> memberships.householdOf(id.toString()).stream())
                .toList();
        if (in.isEmpty()) {
            throw ProblemException.notFound(HouseholdAccess.WHAT, participant.toString());
        }
        in.forEach(each -> households.onRecord(caller, each.state()));
        List<Stored<Household>> others = in.stream()
                .filter(each -> !each.id().equals(in.getFirst().id()))
                .toList();
        return Answers.found(in.getFirst(), first -> PersonFiles.answer(first, others, HouseholdView::of));
    }

    /** Somebody joins the household. 409 when the participant is in another household. */
    @PostMapping("/households/{id}/members")
    ResponseEntity<Object> join(
            @PathVariable UUID id, @Valid @RequestBody MemberRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        households.toAdd(caller, asked.member());
        return answer(joining.join(command, id.toString(), asked.member()));
    }

    /** The day on which a member left, today when none is given; it is no day in the household any more. */
    @PostMapping("/households/{id}/members/{member}/departure")
    ResponseEntity<Object> leave(
            @PathVariable UUID id,
            @PathVariable UUID member,
            @Valid @RequestBody MoveOutRequest asked,
            Command command,
            Caller caller) {
        households.toChange(caller, id.toString());
        return answer(leaving.leave(command, id.toString(), member.toString(), asked.on()));
    }

    /** Another member is the head of the household from now on (H4). 422 for who is not in the household. */
    @PostMapping("/households/{id}/head")
    ResponseEntity<Object> head(
            @PathVariable UUID id, @Valid @RequestBody HeadRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        return answer(changing.nameHead(command, id.toString(), asked.member().toString()));
    }

    /**
     * The work with the household becomes family-centred, or individual again (H4). 409 on the way back to individual work while a
     * goal of the family is open.
     */
    @PostMapping("/households/{id}/approach")
    ResponseEntity<Object> approach(
            @PathVariable UUID id, @Valid @RequestBody ApproachRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        return answer(changing.workBy(command, id.toString(), asked.approach()));
    }

    private static ResponseEntity<Object> answer(Result<Household> result) {
        return Answers.of(result, HouseholdAccess.WHAT, HouseholdView::of);
    }
}
