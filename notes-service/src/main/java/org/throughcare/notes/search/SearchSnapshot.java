package org.throughcare.notes.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search as the world may know it: contacts by their ids alone. */
public record SearchSnapshot(
        String id,
        String participant,
        @Nullable String site,
        LocalDate openedOn,
        LocalDate lapseSince,
        State state,
        List<Step> steps,
        @Nullable LocalDate foundOn,
        @Nullable String foundThrough,
        @Nullable LocalDate endedOn,
        DisengagedSearch.@Nullable Reason endedBecause) {

    /** Where a search is in its life. */
    public enum State {
        OPEN,
        FOUND,
        ENDED
    }

    public record Step(
            String id, SearchStep.Kind kind, @Nullable String target, LocalDate on, SearchStep.Result result) {}

    public static SearchSnapshot of(DisengagedSearch search) {
        return switch (search) {
            case DisengagedSearch.Open open -> of(open.course(), State.OPEN, null, null, null, null);
            case DisengagedSearch.Found found ->
                of(found.course(), State.FOUND, found.foundOn(), found.foundThrough(), null, null);
            case DisengagedSearch.Ended ended ->
                of(ended.course(), State.ENDED, null, null, ended.endedOn(), ended.reason());
        };
    }

    private static SearchSnapshot of(
            DisengagedSearch.Course course,
            State state,
            @Nullable LocalDate foundOn,
            @Nullable String through,
            @Nullable LocalDate endedOn,
            DisengagedSearch.@Nullable Reason because) {
        return new SearchSnapshot(
                course.id(),
                course.participant(),
                course.site(),
                course.openedOn(),
                course.lapseSince(),
                state,
                course.steps().stream()
                        .map(each -> new Step(each.id(), each.kind(), each.target(), each.on(), each.result()))
                        .toList(),
                foundOn,
                through,
                endedOn,
                because);
    }
}
