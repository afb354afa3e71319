package org.throughcare.scheduling.subject;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.platform.subject.Shelf;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.task.Task;

/** A participant asks what is held about them: everything of this service's is put into one package. */
public final class GatheringAppointments {

    private static final List<String> NOT_WITHIN = List.of(
            "The log of each single change, which is kept to show who changed what: what it led to is within.",
            "What only keeps a time from being booked twice, and copies of what participant-service holds.",
            "Who else has a place in a group: that is theirs to ask for.");

    /** What is kept about people here. */
    public record Shelves(
            Shelf<Appointment> appointments, Shelf<Task> tasks, Shelf<Cadence> cadences, Shelf<GroupSeries> groups) {}

    private final Shelves shelves;
    private final ReadsOnRecord reads;
    private final BusinessClock clock;

    public GatheringAppointments(Shelves shelves, ReadsOnRecord reads, BusinessClock clock) {
        this.shelves = shelves;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param ids of the person, the one that stands for them first */
    public HeldInScheduling gather(List<String> ids) {
        Held<Meeting> appointments = shelves.appointments()
                .of(ids)
                .map(Meeting::of)
                .sorted(Comparator.comparing((Meeting each) -> each.when().start())
                        .thenComparing(Meeting::id));
        Held<ToDo> tasks = shelves.tasks()
                .of(ids)
                .map(ToDo::of)
                .sorted(Comparator.comparing(ToDo::openedAt).thenComparing(ToDo::id));
        Held<Cadence> cadences = shelves.cadences().of(ids);
        Held<InGroup> groups = shelves.groups().of(ids).map(each -> InGroup.of(each, ids));
        Held<ReadsOnRecord.Read> readBy = reads.of(ids);
        return new HeldInScheduling(
                clock.now(),
                ids,
                Stream.of(
                                appointments.cut("appointments"),
                                tasks.cut("tasks"),
                                cadences.cut("cadences"),
                                groups.cut("groups"),
                                readBy.cut("readBy"))
                        .flatMap(each -> each)
                        .toList(),
                cadences.items().stream().anyMatch(each -> each.exempt() != null) ? PartTwo.NOTICE : null,
                NOT_WITHIN,
                appointments.items(),
                tasks.items(),
                cadences.items(),
                groups.items(),
                readBy.items());
    }
}
