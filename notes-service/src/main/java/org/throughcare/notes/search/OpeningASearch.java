package org.throughcare.notes.search;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughcare.notes.known.Known;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** A search begins: by itself when the ledger finds a lapse, or by a worker (Y10). One at a time for a person. */
public final class OpeningASearch {

    private static final int ALL = 200;

    private final Aggregates<DisengagedSearch> searches;
    private final Known known;
    private final InstantSource clock;

    public OpeningASearch(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        this.searches = searches;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Each lapse has one search, whose id comes from it: hearing of the lapse again opens nothing again. One that a note ended
     * although the lapse goes on was ended by contact with somebody else, whose record this one was merged with and no longer
     * is (H8): another begins.
     */
    public void becauseOfALapse(String participant, LocalDate since) {
        if (openFor(participant).isPresent()) {
            return;
        }
        String first = Command.derived("disengaged-search", participant, since.toString())
                .toString();
        String id = searches.find(first)
                .map(Stored::state)
                .filter(DisengagedSearch.Found.class::isInstance)
                .map(found -> ((DisengagedSearch.Found) found).note())
                .map(note -> Command.derived("disengaged-search", participant, since.toString(), note)
                        .toString())
                .orElse(first);
        searches.createOrChange(
                Command.effectOf("open-search", since.toString(), id),
                id,
                before -> before.isPresent()
                        ? Decision.unchanged()
                        : DisengagedSearch.open(course(id, participant, since)));
    }

    /**
     * L15: a return to custody was taken back, so the search that ended with it goes on: the one that was opened while the
     * participant was out on that release. Not when there was contact since, and not beside another search.
     *
     * @param because the event that said so
     * @param lastContact whenever it was
     */
    public void returnTakenBack(
            String participant, LocalDate releasedOn, Optional<LocalDate> lastContact, String because) {
        if (openFor(participant).isPresent()) {
            return;
        }
        searches.where("course.participant", participant, ALL).stream()
                .map(Stored::state)
                .filter(each -> each instanceof DisengagedSearch.Ended ended
                        && ended.reason() == DisengagedSearch.Reason.RETURNED_TO_CUSTODY)
                .map(DisengagedSearch::course)
                .filter(course -> !course.openedOn().isBefore(releasedOn))
                .filter(course -> lastContact
                        .filter(on -> on.isAfter(course.lapseSince()))
                        .isEmpty())
                .max(Comparator.comparing(DisengagedSearch.Course::openedOn))
                .ifPresent(course -> searches.change(
                        Command.effectOf("search-goes-on", because, course.id()),
                        course.id(),
                        DisengagedSearch::takeUpAgain));
    }

    public Result<DisengagedSearch> open(Command command, String id, String participant, LocalDate lapseSince) {
        return searches.create(command, id, () -> {
            LocalDate today = today(participant);
            if (lapseSince.isAfter(today)) {
                return Decision.refuse(Refusal.invalid("Y10", "lapseSince", "A lapse begins on a day that has been."));
            }
            return openFor(participant).isPresent()
                    ? Decision.refuse(Refusal.conflict("Y10", "A search for this participant is open already."))
                    : DisengagedSearch.open(course(id, participant, lapseSince));
        });
    }

    private Optional<Stored<DisengagedSearch>> openFor(String participant) {
        return known.idsOf(participant).stream()
                .flatMap(id -> searches.where("course.participant", id, ALL).stream())
                .filter(each -> each.state() instanceof DisengagedSearch.Open)
                .findFirst();
    }

    private DisengagedSearch.Course course(String id, String participant, LocalDate since) {
        return new DisengagedSearch.Course(
                id, participant, known.siteOf(participant).orElse(null), today(participant), since, List.of());
    }

    private LocalDate today(String participant) {
        return LocalDate.ofInstant(clock.instant(), known.zoneOf(participant));
    }
}
