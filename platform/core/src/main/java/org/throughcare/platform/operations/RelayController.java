package org.throughcare.platform.operations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.messaging.ReAnnouncing;
import org.throughcare.platform.messaging.Relay;
import org.throughcare.platform.messaging.Sweep;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.web.ProblemException;

/** What is still to be published, what no queue took, and telling another service everything again. */
@RestController
class RelayController {

    private static final int MOST = 200;

    private final Sweep sweep;
    private final Relay relay;
    private final ReAnnouncing reAnnouncing;
    private final TenantDatabases databases;

    RelayController(Sweep sweep, Relay relay, ReAnnouncing reAnnouncing, TenantDatabases databases) {
        this.sweep = sweep;
        this.relay = relay;
        this.reAnnouncing = reAnnouncing;
        this.databases = databases;
    }

    /**
     * @param unsettled entries in outboxes of all grantees
     * @param inHand those of them this instance is carrying
     * @param unroutable of the grantee in scope: events that somebody should have got and no queue took
     */
    record OutboxView(long unsettled, int inHand, List<UnroutableView> unroutable) {}

    record UnroutableView(String eventId, Date at, String event, String aggregateId) {}

    record AnnouncedView(String service, long announced) {}

    /** What is committed and not yet published, and what no queue took. */
    @GetMapping("/operations/outbox")
    OutboxView outbox() {
        List<UnroutableView> unroutable = new ArrayList<>();
        if (Scope.isBound()) {
            for (Document each : databases
                    .current()
                    .getCollection("unroutable")
                    .find()
                    .sort(new Document("at", -1))
                    .limit(MOST)) {
                unroutable.add(new UnroutableView(
                        each.getString("_id"),
                        each.getDate("at"),
                        each.getString("event"),
                        each.getString("aggregateId")));
            }
        }
        return new OutboxView(sweep.unsettled(), relay.inHand(), unroutable);
    }

    /** Everything this service holds is announced again as it is now, to one consumer's copies. */
    @PostMapping("/operations/re-announcements/{consumer}")
    AnnouncedView announceAgain(Caller caller, @PathVariable String consumer) {
        if (!caller.is(Role.SYSTEM)) {
            throw ProblemException.forbidden("Only operators announce everything again.");
        }
        OfOneGrantee.required();
        if (!consumer.matches("[a-z]{2,20}")) {
            throw ProblemException.invalid("consumer", "format", "The consumer is a service's wire name, e.g. notes.");
        }
        try {
            return new AnnouncedView(consumer, reAnnouncing.to(consumer));
        } catch (IOException away) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "broker-away",
                    "The broker did not take everything; what was sent is harmless, ask again.");
        }
    }
}
