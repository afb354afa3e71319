package org.throughcare.gateway.demo;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business clock, for whoever is signed in to a demonstration. */
@RestController
@RequestMapping("/demo/clock")
@ConditionalOnProperty("throughcare.demo-clock")
class DemoClockController {

    /** @param to an instant ahead of the business clock */
    record Move(Instant to) {}

    private final MovingTheClock moving;

    DemoClockController(MovingTheClock moving) {
        this.moving = moving;
    }

    @GetMapping
    MovingTheClock.Progress progress() {
        return moving.progress();
    }

    @PostMapping
    MovingTheClock.Progress move(@RequestBody Move move) {
        return moving.to(move.to());
    }
}
