package org.throughcare.gateway.demo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;

/** The business clock, for whoever is signed in to a demonstration. */
@RestController
@RequestMapping("/demo/clock")
@ConditionalOnProperty("throughcare.demo-clock")
class DemoClockController {

    /** @param to an instant ahead of the business clock */
    record Move(@Nullable Instant to) {}

    /** It stops at every midnight on its way, so a long way takes long. */
    private static final Duration FARTHEST = Duration.ofDays(800);

    private final MovingTheClock moving;

    DemoClockController(MovingTheClock moving) {
        this.moving = moving;
    }

    /** The business clock, by which rules and deadlines go. */
    @GetMapping
    MovingTheClock.Progress progress() {
        return moving.progress();
    }

    /** Moves the business clock forward, from one deadline to the next, in demo and test profiles alone. */
    @PostMapping
    MovingTheClock.Progress move(@RequestBody Move move) {
        Instant to = move.to();
        if (to == null || to.isAfter(moving.progress().now().plus(FARTHEST))) {
            throw new EdgeProblem(new Problem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "\"to\" is the time to move to, at most " + FARTHEST.toDays() + " days ahead."));
        }
        return moving.to(to);
    }
}
