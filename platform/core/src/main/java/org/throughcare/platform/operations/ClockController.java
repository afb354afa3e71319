package org.throughcare.platform.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.ProblemException;

/** Moves the business clock forward. Exists in the demo and in tests alone. */
@RestController
@ConditionalOnProperty(name = "throughcare.demo-clock", havingValue = "true")
class ClockController {

    private final BusinessClock clock;

    ClockController(BusinessClock clock) {
        this.clock = clock;
    }

    record MoveRequest(@NotNull Instant to) {}

    record ClockView(Instant now) {}

    /** The business clock, by which rules and deadlines go. */
    @GetMapping("/operations/clock")
    ClockView now() {
        return new ClockView(clock.now());
    }

    /** Moves the business clock forward, in demo and test profiles alone. */
    @PostMapping("/operations/clock")
    ClockView move(Caller caller, @Valid @RequestBody MoveRequest request) {
        if (!caller.is(Role.SYSTEM)) {
            throw ProblemException.forbidden("Only the demo's coordinator moves the clock.");
        }
        clock.moveTo(request.to());
        return new ClockView(clock.now());
    }
}
