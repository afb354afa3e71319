package org.throughcare.scheduling.task.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot;
import org.throughcare.scheduling.worker.WorkerAccess;

@RestController
class TaskController {

    private final WorkerAccess ownWork;
    private final Aggregates<Task> tasks;
    private final KeepingTasks keeping;
    private final CaseAccess access;
    private final ReadAudit audit;

    TaskController(
            Aggregates<Task> tasks, KeepingTasks keeping, CaseAccess access, ReadAudit audit, WorkerAccess ownWork) {
        this.ownWork = ownWork;
        this.tasks = tasks;
        this.keeping = keeping;
        this.access = access;
        this.audit = audit;
    }

    /** Under all ids of the person, whichever is named (H8); the soonest due first. */
    @GetMapping("/participants/{participant}/tasks")
    List<TaskSnapshot> ofParticipant(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "tasks"));
        return ids.stream()
                .flatMap(each -> keeping.of(each).stream())
                .map(t -> TaskSnapshot.of(t.state()))
                .sorted(Comparator.comparing(TaskSnapshot::dueAt))
                .toList();
    }

    /** The open ones, the most urgent first; all with {@code all=true}. */
    @GetMapping("/workers/{worker}/tasks")
    List<TaskSnapshot> ofWorker(
            @PathVariable UUID worker, @RequestParam(defaultValue = "false") boolean all, Caller caller) {
        ownWork.require(caller, worker.toString());
        return keeping.ofWorker(worker.toString()).stream()
                .filter(t -> all || t.state().isOpen())
                .map(t -> TaskSnapshot.of(t.state()))
                .sorted(Comparator.comparing((TaskSnapshot t) -> !t.urgent()).thenComparing(TaskSnapshot::dueAt))
                .toList();
    }

    /** Who may write in the participant's case; of a task for nobody, whose work it is and who may see that. */
    record CompletionRequest(@NotBlank @Size(max = 500) String how) {}

    /** The task is done, and how. 409 when it was withdrawn. */
    @PostMapping("/tasks/{id}/completion")
    ResponseEntity<Object> complete(
            @PathVariable UUID id, @Valid @RequestBody CompletionRequest asked, Command command, Caller caller) {
        Task task = tasks.find(id.toString())
                .map(Stored::state)
                .orElseThrow(() -> ProblemException.notFound("task", id.toString()));
        String participant = task.participant();
        if (participant == null) {
            ownWork.require(caller, Objects.toString(task.assignee()));
        } else {
            access.requireWrite(caller, participant);
        }
        return Answers.of(
                keeping.complete(command, id.toString(), asked.how()), "task", t -> TaskSnapshot.of(t.state()));
    }
}
