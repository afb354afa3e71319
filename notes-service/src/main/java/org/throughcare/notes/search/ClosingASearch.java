package org.throughcare.notes.search;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.note.Method;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** A search is over: contact was made, or a worker decides so (Y10). */
public final class ClosingASearch {

    private static final int ALL = 200;

    private final Aggregates<DisengagedSearch> searches;
    private final Known known;
    private final InstantSource clock;

    public ClosingASearch(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        this.searches = searches;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Under whichever of the person's ids it was made (H8).
     *
     * @param note the signed note that says so
     */
    public void contactMade(String participant, String note, LocalDate on, @Nullable Method method) {
        String how = method == null ? "CONTACT" : method.name();
        List<Stored<DisengagedSearch>> theirs = known.idsOf(participant).stream()
                .flatMap(id -> searches.where("course.participant", id, ALL).stream())
                .toList();
        for (Stored<DisengagedSearch> each : theirs) {
            if (each.state() instanceof DisengagedSearch.Open) {
                searches.change(
                        Command.effectOf("found-by-note", note, each.id()),
                        each.id(),
                        search -> search.contactMade(on, how, note));
            }
        }
    }

    public Result<DisengagedSearch> end(
            Command command, String search, DisengagedSearch.Reason reason, String why, String by) {
        return searches.change(
                command,
                search,
                state -> state.end(
                        reason,
                        why,
                        by,
                        LocalDate.ofInstant(
                                clock.instant(), known.zoneOf(state.course().participant()))));
    }
}
