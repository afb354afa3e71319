package org.throughcare.scheduling.task;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Aggregates;

/** Opens, completes, withdraws and reassigns tasks. Each step is repeatable: it asks for a state, not for a change. */
public final class KeepingTasks {

    /** How a task was done that a signed note did. */
    public static final String NOTE = "Contact is on record.";

    /** How a task was done that a meeting did. */
    public static final String MEETING = "A meeting took place.";

    /** Why a task is withdrawn that another record of the same person stands for. */
    public static final String ANOTHER_RECORD = "Another record of this person counts while the two are merged.";

    private static final int ALL = 1000;

    private final Aggregates<Task> tasks;
    private final PersonIds persons;
    private final InstantSource clock;

    public KeepingTasks(Aggregates<Task> tasks, PersonIds persons, InstantSource clock) {
        this.tasks = tasks;
        this.persons = persons;
        this.clock = clock;
    }

    /** @param because what brought it about, with the revision that did: a task may be opened again for a newer one */
    public void open(Task.Opening wanted, String because) {
        Instant now = clock.instant();
        tasks.createOrChange(
                Command.effectOf("open-task", because, wanted.id()), wanted.id(), t -> Task.open(t, wanted, now));
    }

    public void withdraw(String id, String reason, String because) {
        tasks.change(Command.effectOf("withdraw-task", because, id), id, t -> t.withdraw(reason, clock.instant()));
    }

    public Result<Task> complete(Command command, String id, String how) {
        return tasks.change(command, id, t -> t.complete(how, null, clock.instant()));
    }

    public void met(Command command, String id, String appointment) {
        tasks.change(command, id, t -> t.complete(MEETING, appointment, clock.instant()));
    }

    /**
     * What this meeting did is to be done again: it was missed, as somebody says now.
     *
     * @return whether there was anything
     */
    public boolean notMet(String participant, String appointment, String because) {
        boolean any = false;
        for (Stored<Task> each : ofPerson(participant)) {
            if (each.state().kind() != Task.Kind.BOOK_MEETING
                    && each.state().status() instanceof TaskStatus.Done done
                    && appointment.equals(done.through())) {
                tasks.change(Command.effectOf("not-met", because, each.id()), each.id(), t -> t.notMet(appointment));
                any = true;
            }
        }
        return any;
    }

    /**
     * Every open task of the person that contact on this day does, under whichever of their ids it was made.
     *
     * @param contact what is on record of it
     */
    public void contactMade(String participant, LocalDate on, String how, String contact) {
        for (Stored<Task> each : openOfPerson(participant)) {
            if (each.state().isDoneByContactOn(on)) {
                doneBy(Command.effectOf("contact", contact, each.id()), each, participant, how, contact);
            }
        }
    }

    /**
     * Contact or a booking does a task. Where it is on record under another id of the person, the task says through what it was
     * done, so that it is to be done again once they are two people again (H8).
     */
    public void doneBy(Command command, Stored<Task> task, String under, String how, String what) {
        @Nullable String through = task.state().whose().equals(under) ? null : what;
        tasks.change(command, task.id(), t -> t.complete(how, through, clock.instant()));
    }

    /** What this did is to be done again: it is another person's. */
    public void anothersDoing(String task, String through, String because) {
        tasks.change(Command.effectOf("anothers", because, task), task, t -> t.notMet(through));
    }

    public Optional<Stored<Task>> find(String id) {
        return tasks.find(id);
    }

    public void assign(String participant, String worker, String because) {
        for (Stored<Task> each : openOf(participant)) {
            tasks.change(Command.effectOf("assign-task", because, each.id()), each.id(), t -> t.assignTo(worker));
        }
    }

    public boolean isOpen(String id) {
        return tasks.find(id).filter(t -> t.state().isOpen()).isPresent();
    }

    public List<Stored<Task>> openOf(String participant) {
        return of(participant).stream().filter(t -> t.state().isOpen()).toList();
    }

    /** Open ones under all ids of the person (H8). */
    public List<Stored<Task>> openOfPerson(String participant) {
        return ofPerson(participant).stream().filter(t -> t.state().isOpen()).toList();
    }

    private List<Stored<Task>> ofPerson(String participant) {
        return persons.allOf(participant).stream()
                .flatMap(id -> of(id).stream())
                .toList();
    }

    /** Under this very id. */
    public List<Stored<Task>> of(String participant) {
        return tasks.where("participant", participant, ALL);
    }

    /** Of one kind, open and not, that this caused. */
    public List<Stored<Task>> causedBy(String cause, Task.Kind kind) {
        return tasks.where("cause", cause, ALL).stream()
                .filter(t -> t.state().kind() == kind)
                .toList();
    }

    public List<Stored<Task>> ofWorker(String worker) {
        return tasks.where("assignee", worker, ALL);
    }
}
