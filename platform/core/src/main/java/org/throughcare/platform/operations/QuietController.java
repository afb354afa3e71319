package org.throughcare.platform.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.messaging.Consumers;
import org.throughcare.platform.messaging.Relay;
import org.throughcare.platform.messaging.Sweep;
import org.throughcare.platform.store.DueVisits.Round;
import org.throughcare.platform.time.Deadlines;

/** Whether this service has anything left to do: nothing in outboxes or queues, nothing in hand, nothing due. */
@RestController
class QuietController {

    private final Sweep sweep;
    private final Relay relay;
    private final Consumers consumers;
    private final Deadlines deadlines;

    QuietController(Sweep sweep, Relay relay, Consumers consumers, Deadlines deadlines) {
        this.sweep = sweep;
        this.relay = relay;
        this.consumers = consumers;
        this.deadlines = deadlines;
    }

    /**
     * @param queued ready messages in this service's queues; -1 while the broker is away
     * @param announced entries that came to this instance's relay since it started; while it stands still, nothing was committed here
     * @param nextDeadline on the business clock; absent when nothing is ever due
     */
    record QuietView(
            boolean quiet,
            long outbox,
            long queued,
            int inFlight,
            long due,
            long announced,
            @Nullable Instant nextDeadline) {}

    /** Visits what is due first, so that the answer is about now and not about the last round. */
    @GetMapping("/operations/quiet")
    QuietView quiet() {
        Round visited = deadlines.visitAll();
        long queued = consumers.queued().orElse(-1L);
        int inFlight = consumers.inFlight();
        long outbox = relay.inHand() + sweep.unsettled();
        return new QuietView(
                visited.due() == 0 && queued == 0 && inFlight == 0 && outbox == 0,
                outbox,
                queued,
                inFlight,
                visited.due(),
                relay.offered(),
                visited.next().orElse(null));
    }
}
