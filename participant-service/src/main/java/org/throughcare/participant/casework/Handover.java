package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;

/**
 * Jail staff hand a case over to community staff (L7).
 *
 * <p>Life: opened by staff ahead of a release, or by the release itself; its list is worked off; it is accepted by the one
 * who takes over, or becomes late when its day has passed, and can still be accepted then. What a release opened, its
 * withdrawal takes back, even after acceptance.
 *
 * @param release the release it belongs to, once there is one
 * @param causedByRelease the release opened it, so it goes with the release
 * @param dueOn last day to accept it in time
 * @param wentWithoutBecause why it was accepted with items of the list open
 */
public record Handover(
        UUID id,
        @Nullable UUID release,
        boolean causedByRelease,
        UUID from,
        @Nullable UUID to,
        State state,
        LocalDate openedOn,
        LocalDate dueOn,
        List<ChecklistItem> checklist,
        @Nullable LocalDate acceptedOn,
        @Nullable String wentWithoutBecause) {

    /** LATE can still be accepted. */
    public enum State {
        OPEN,
        ACCEPTED,
        WITHDRAWN,
        LATE
    }

    /** What is gone through before someone else answers for a participant. */
    public enum Item {
        PLAN_GONE_THROUGH,
        CONTACTS_CHECKED,
        INTRODUCED,
        APPOINTMENTS_GONE_THROUGH,
        REFERRALS_GONE_THROUGH
    }

    public record ChecklistItem(
            UUID id,
            Item item,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy) {}

    public Handover {
        checklist = List.copyOf(checklist);
    }

    static Handover open(UUID id, @Nullable UUID release, UUID from, @Nullable UUID to, LocalDate on, LocalDate dueOn) {
        List<ChecklistItem> list = Arrays.stream(Item.values())
                .map(item -> new ChecklistItem(
                        Command.derived("handover-item", id.toString(), item.name()), item, null, null))
                .toList();
        return new Handover(id, release, release != null, from, to, State.OPEN, on, dueOn, list, null, null);
    }

    boolean pending() {
        return state == State.OPEN || state == State.LATE;
    }

    List<Item> open() {
        return checklist.stream()
                .filter(each -> each.doneOn() == null)
                .map(ChecklistItem::item)
                .toList();
    }

    Handover in(State next) {
        return new Handover(
                id,
                release,
                causedByRelease,
                from,
                to,
                next,
                openedOn,
                dueOn,
                checklist,
                acceptedOn,
                wentWithoutBecause);
    }

    /** A later day makes a late one open again. */
    Handover due(@Nullable UUID belongsTo, LocalDate on, LocalDate today) {
        State next = state == State.LATE && !today.isAfter(on) ? State.OPEN : state;
        return new Handover(
                id,
                belongsTo,
                causedByRelease,
                from,
                to,
                next,
                openedOn,
                on,
                checklist,
                acceptedOn,
                wentWithoutBecause);
    }

    Handover between(UUID giving, @Nullable UUID taking) {
        return new Handover(
                id,
                release,
                causedByRelease,
                giving,
                taking,
                state,
                openedOn,
                dueOn,
                checklist,
                acceptedOn,
                wentWithoutBecause);
    }

    Handover tick(Item item, LocalDate on, String by) {
        List<ChecklistItem> ticked = checklist.stream()
                .map(each -> each.item() == item && each.doneOn() == null
                        ? new ChecklistItem(each.id(), item, on, by)
                        : each)
                .toList();
        return new Handover(
                id, release, causedByRelease, from, to, state, openedOn, dueOn, ticked, acceptedOn, wentWithoutBecause);
    }

    Handover accept(UUID by, LocalDate on, @Nullable String without) {
        return new Handover(
                id, release, causedByRelease, from, by, State.ACCEPTED, openedOn, dueOn, checklist, on, without);
    }
}
