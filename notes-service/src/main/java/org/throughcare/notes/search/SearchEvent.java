package org.throughcare.notes.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a search. */
public sealed interface SearchEvent extends Happened {

    record SearchOpened(LocalDate lapseSince) implements SearchEvent {}

    record SearchStepTried(String step, SearchStep.Kind kind, SearchStep.Result result) implements SearchEvent {}

    record ParticipantFound(LocalDate on, @Nullable String through) implements SearchEvent {}

    record SearchEnded(DisengagedSearch.Reason reason) implements SearchEvent {}
}
