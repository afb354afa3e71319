package org.throughcare.scheduling.subject.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.StoredShelf;
import org.throughcare.platform.subject.SubjectAccessController;
import org.throughcare.platform.subject.SubjectAccessDoor;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.subject.GatheringAppointments;
import org.throughcare.scheduling.task.Task;

@Configuration(proxyBeanMethods = false)
class SubjectParts {

    @Bean
    GatheringAppointments gatheringAppointments(
            Aggregates<Appointment> appointments,
            Aggregates<Task> tasks,
            Aggregates<Cadence> cadences,
            Aggregates<GroupSeries> groups,
            ReadsOnRecord reads,
            BusinessClock clock) {
        return new GatheringAppointments(
                new GatheringAppointments.Shelves(
                        StoredShelf.about(appointments),
                        StoredShelf.about(tasks),
                        StoredShelf.about(cadences),
                        StoredShelf.naming(groups, "roster.id", "waitlist.id", "former.id")),
                reads,
                clock);
    }

    @Bean
    SubjectAccessController subjectAccess(SubjectAccessDoor door, Known known, GatheringAppointments gathering) {
        return new SubjectAccessController(
                door, id -> known.participant(id).isPresent(), known::idsOf, gathering::gather);
    }
}
