package org.throughcare.scheduling.task.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskEvent;
import org.throughcare.scheduling.task.TaskSnapshot;

@Configuration(proxyBeanMethods = false)
class TaskParts {

    static final AggregateType<Task> TYPE = AggregateType.named("task", Task.class, TaskEvent.class)
            .announcing(TaskSnapshot.class, TaskSnapshot::of)
            .aboutParticipant(Task::participant)
            .atSite(Task::site)
            .withDeadline(Task::nextVisit, Task::visit)
            .indexed("participant")
            .indexed("assignee")
            .indexed("cause")
            .build();

    @Bean
    Aggregates<Task> tasks(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    KeepingTasks keepingTasks(Aggregates<Task> tasks, PersonIds persons, BusinessClock clock) {
        return new KeepingTasks(tasks, persons, clock::now);
    }

    @Bean
    FollowingUp followingUp(KeepingTasks tasks, Known known) {
        return new FollowingUp(tasks, known);
    }
}
