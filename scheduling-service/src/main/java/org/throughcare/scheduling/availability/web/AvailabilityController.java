package org.throughcare.scheduling.availability.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.availability.FreeSlot;
import org.throughcare.scheduling.availability.SettingAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownSite;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.worker.WorkerAccess;

@RestController
@RequestMapping("/workers/{worker}")
class AvailabilityController {

    private static final Duration LONGEST_LOOK = Duration.ofDays(62);

    private final WorkerAccess ownWork;
    private final Aggregates<WorkerAvailability> workers;
    private final SettingAvailability setting;
    private final FindingFreeSlots slots;
    private final Known known;

    AvailabilityController(
            Aggregates<WorkerAvailability> workers,
            SettingAvailability setting,
            FindingFreeSlots slots,
            Known known,
            WorkerAccess ownWork) {
        this.ownWork = ownWork;
        this.workers = workers;
        this.setting = setting;
        this.slots = slots;
        this.known = known;
    }

    /** Times are local at the site. */
    record BlockRequest(
            @NotNull UUID id,
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull UUID site,
            @Nullable UUID place,
            @NotNull Setting setting,
            @Nullable Boolean dropIn) {}

    record ExceptionRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull Boolean available,
            @NotNull UUID site,
            @Nullable UUID place,
            @NotNull Setting setting,
            @Nullable @Size(max = 200) String reason) {}

    record AvailabilityRequest(
            @NotNull List<@NotNull @Valid BlockRequest> pattern,
            @NotNull List<@NotNull @Valid ExceptionRequest> exceptions) {}

    /**
     * When and where a worker can be met (L8): weekly hours, drop-in hours among them, and exceptions by the day; all of them are
     * sent, and a worker with no regular pattern has exceptions alone. Times are local at the site. 422 for a place that the site does
     * not have. 403 for another's, except for supervisors of their sites and administrators.
     */
    @PutMapping("/availability")
    ResponseEntity<Object> set(
            @PathVariable UUID worker, @Valid @RequestBody AvailabilityRequest asked, Command command, Caller caller) {
        ownWork.require(caller, worker.toString());
        WorkerAvailability wanted = new WorkerAvailability(
                worker.toString(),
                asked.pattern().stream()
                        .map(b -> new WorkerAvailability.WeeklyBlock(
                                b.id().toString(),
                                b.day(),
                                b.from(),
                                b.to(),
                                spot(b.setting(), b.site(), b.place()),
                                Boolean.TRUE.equals(b.dropIn())))
                        .toList(),
                asked.exceptions().stream()
                        .map(e -> new WorkerAvailability.DayException(
                                e.id().toString(),
                                e.on(),
                                e.from(),
                                e.to(),
                                Boolean.TRUE.equals(e.available()),
                                spot(e.setting(), e.site(), e.place()),
                                e.reason()))
                        .toList());
        return Answers.of(setting.set(command, wanted), "availability", Stored::state);
    }

    /** When and where a worker can be met, as it was set (L8). 404 while nobody has set it. */
    @GetMapping("/availability")
    ResponseEntity<Object> availability(@PathVariable UUID worker, Caller caller) {
        WorkerAccess.requireStaff(caller);
        return workers.find(worker.toString())
                .map(stored -> Answers.found(stored, Stored::state))
                .orElseThrow(() -> ProblemException.notFound("availability of worker", worker.toString()));
    }

    /**
     * Free times of at least the wanted length, thirty minutes unless said; drop-in hours whole. None after the worker's last
     * day (L12), which is counted at the site of the hours.
     */
    @GetMapping("/slots")
    List<FreeSlot> free(
            @PathVariable UUID worker,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable Setting setting,
            @RequestParam(defaultValue = "30") @Min(5) @Max(480) int minutes,
            Caller caller) {
        WorkerAccess.requireStaff(caller);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_LOOK) > 0) {
            throw ProblemException.invalid("to", "L8", "Ask for at most 62 days, the later end last.");
        }
        return slots.find(
                new FindingFreeSlots.Wanted(worker.toString(), from, to, Duration.ofMinutes(minutes), setting));
    }

    private WorkerAvailability.Spot spot(Setting setting, UUID site, @Nullable UUID place) {
        KnownSite found = known.site(site.toString())
                .orElseThrow(() -> ProblemException.invalid("site", "L8", "There is no such site."));
        if (place != null) {
            KnownSite.Place at = found.place(place.toString())
                    .orElseThrow(() -> ProblemException.invalid("place", "L8", "The site has no such place."));
            if (at.setting() != setting) {
                throw ProblemException.invalid("setting", "L8", at.name() + " is a " + at.setting() + " place.");
            }
        }
        ZoneId zone = found.zone();
        return new WorkerAvailability.Spot(setting, site.toString(), place == null ? null : place.toString(), zone);
    }
}
