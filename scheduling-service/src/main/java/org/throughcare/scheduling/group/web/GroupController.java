package org.throughcare.scheduling.group.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.group.ByPerson;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.GroupSnapshot;
import org.throughcare.scheduling.group.PlanningAGroup;
import org.throughcare.scheduling.group.RunningGroups;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.worker.WorkerAccess;

@RestController
@RequestMapping("/groups")
class GroupController {

    private static final int MANY = 500;

    private final Aggregates<GroupSeries> groups;
    private final PlanningAGroup planning;
    private final RunningGroups running;
    private final PersonIds persons;
    private final CaseAccess access;
    private final ReadAudit audit;

    GroupController(
            Aggregates<GroupSeries> groups,
            PlanningAGroup planning,
            RunningGroups running,
            PersonIds persons,
            CaseAccess access,
            ReadAudit audit) {
        this.groups = groups;
        this.planning = planning;
        this.running = running;
        this.persons = persons;
        this.access = access;
        this.audit = audit;
    }

    record SessionRequest(
            @NotNull UUID id,
            @NotNull Instant start,
            @NotNull Instant end) {}

    record GroupRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull UUID site,
            @Nullable UUID place,
            @NotNull Setting setting,
            @NotNull UUID leader,
            @Min(1) @Max(200) int capacity,
            @NotEmpty @Size(max = 120) List<@NotNull @Valid SessionRequest> sessions) {}

    /**
     * A group or workshop is planned, or planned anew, with its sessions and how many it holds (L5). 409 when the leader or the place
     * is taken.
     */
    @PutMapping("/{id}")
    ResponseEntity<Object> plan(
            @PathVariable UUID id, @Valid @RequestBody GroupRequest asked, Command command, Caller caller) {
        requireAt(caller, asked.site().toString(), asked.leader().toString());
        groups.find(id.toString()).map(Stored::state).ifPresent(was -> requireAt(caller, was.site(), was.leader()));
        UUID place = asked.place();
        GroupSeries wanted = new GroupSeries(
                id.toString(),
                asked.name(),
                asked.site().toString(),
                place == null ? null : place.toString(),
                asked.setting(),
                asked.leader().toString(),
                asked.capacity(),
                asked.sessions().stream()
                        .map(s -> new GroupSeries.Session(s.id().toString(), s.start(), s.end(), List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        return answer(caller, planning.plan(command, wanted));
    }

    /** A group; with its roster, waitlist and attendance for those who work at its site. */
    @GetMapping("/{id}")
    ResponseEntity<Object> group(@PathVariable UUID id, Caller caller) {
        WorkerAccess.requireStaff(caller);
        return groups.find(id.toString())
                .map(stored -> Answers.found(stored, each -> view(caller, each)))
                .orElseThrow(() -> ProblemException.notFound("group", id.toString()));
    }

    /** The groups of a site; with their rosters for those who work there. */
    @GetMapping
    List<GroupSnapshot> at(@RequestParam UUID site, Caller caller) {
        WorkerAccess.requireStaff(caller);
        List<GroupSeries> all = groups.where("site", site.toString(), MANY).stream()
                .map(Stored::state)
                .toList();
        Map<String, String> survivors = persons.survivorsOf(all.stream()
                .filter(g -> WorkerAccess.isAt(caller, g.site(), g.leader()))
                .flatMap(g -> g.everybody().stream())
                .collect(Collectors.toSet()));
        return all.stream()
                .map(g -> GroupSnapshot.of(ByPerson.shown(g, survivors)))
                .map(g -> WorkerAccess.isAt(caller, g.site(), g.leader()) ? g : g.withoutPeople())
                .toList();
    }

    /** @param priority when the case's own word on it (Y1) is not known yet; the participant's record decides otherwise */
    record SeatRequest(@NotNull UUID participant, GroupSeries.@Nullable Priority priority) {}

    /** Somebody takes a seat, or a place on the waitlist when all are taken; veterans and foster youth come first there (Y1). */
    @PostMapping("/{id}/seats")
    ResponseEntity<Object> takeSeat(
            @PathVariable UUID id, @Valid @RequestBody SeatRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        return answer(
                caller,
                running.takeSeat(command, id.toString(), asked.participant().toString(), asked.priority()));
    }

    record FreedRequest(@NotNull UUID participant) {}

    /** Somebody gives up their seat, and who waits longest and first takes it (Y1). */
    @PostMapping("/{id}/freed-seats")
    ResponseEntity<Object> freeSeat(
            @PathVariable UUID id, @Valid @RequestBody FreedRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        return answer(
                caller,
                running.freeSeat(command, id.toString(), asked.participant().toString()));
    }

    record PresenceRequest(
            @NotNull UUID participant, @NotNull Boolean attended) {}

    record AttendanceRequest(@NotEmpty List<@NotNull @Valid PresenceRequest> attendance) {}

    /** Who came to a session (L5); corrected by saying it again. 409 before it has begun. */
    @PostMapping("/{id}/sessions/{session}/attendance")
    ResponseEntity<Object> attend(
            @PathVariable UUID id,
            @PathVariable UUID session,
            @Valid @RequestBody AttendanceRequest asked,
            Command command,
            Caller caller) {
        WorkerAccess.requireStaff(caller);
        groups.find(id.toString())
                .map(Stored::state)
                .ifPresent(group -> requireAt(caller, group.site(), group.leader()));
        List<GroupSeries.Presence> presences = asked.attendance().stream()
                .map(p -> new GroupSeries.Presence(p.participant().toString(), Boolean.TRUE.equals(p.attended())))
                .toList();
        return answer(caller, running.takeAttendance(command, id.toString(), session.toString(), presences));
    }

    private static void requireAt(Caller caller, String site, String leader) {
        WorkerAccess.requireStaff(caller);
        if (!WorkerAccess.isAt(caller, site, leader)) {
            throw ProblemException.forbidden(
                    "A group is planned and its attendance taken by its leader and its site's staff.");
        }
    }

    private ResponseEntity<Object> answer(Caller caller, Result<GroupSeries> result) {
        return Answers.of(result, "group", stored -> view(caller, stored));
    }

    /**
     * Who is on the roster is for those at the site to know, and on record when they look; others see the group alone. A person
     * is on it once, under the id that stands for them (H8).
     */
    private Object view(Caller caller, Stored<GroupSeries> stored) {
        GroupSeries series = stored.state();
        if (!WorkerAccess.isAt(caller, series.site(), series.leader())) {
            return GroupSnapshot.of(series).withoutPeople();
        }
        GroupSeries group = ByPerson.shown(series, persons.survivorsOf(series.everybody()));
        group.roster().forEach(seat -> audit.read(caller, seat.id(), "group roster"));
        group.waitlist().forEach(waiting -> audit.read(caller, waiting.id(), "group roster"));
        group.former().forEach(former -> audit.read(caller, former.id(), "group roster"));
        return group;
    }
}
