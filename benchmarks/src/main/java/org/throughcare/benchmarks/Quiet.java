package org.throughcare.benchmarks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until what was set off has been done: outboxes empty, queues empty. */
final class Quiet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Infra infra;
    private final Suite suite;
    private final List<String> services;
    private final Connection connection;

    /** @param services those that run; the queues of others only fill */
    Quiet(Infra infra, Suite suite, List<String> services) {
        this.infra = infra;
        this.suite = suite;
        this.services = services;
        this.connection = suite.vhost().connect();
    }

    /**
     * @param aggregates the collections in which the commands were written
     * @return seconds waited; the last tenths of a second are the looking itself
     */
    double await(String service, List<String> aggregates) {
        long began = System.nanoTime();
        int inRow = 0;
        while (inRow < 3) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new CannotMeasure("the services were not done within " + PATIENCE.toMinutes() + " minutes");
            }
            inRow = queuesEmpty() && outboxesEmpty(service, aggregates) ? inRow + 1 : 0;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean queuesEmpty() {
        try (Channel channel = connection.createChannel()) {
            long waiting = 0;
            for (String each : services) {
                waiting += channel.messageCount(each + ".live");
            }
            return waiting == 0;
        } catch (Exception failed) {
            throw new CannotMeasure("a queue cannot be looked at: " + failed, failed);
        }
    }

    private boolean outboxesEmpty(String service, List<String> aggregates) {
        MongoDatabase database = infra.database(suite.databaseOf(service));
        for (String each : aggregates) {
            if (database.getCollection(each)
                            .find(Filters.gte("outbox.at", new Date(0)))
                            .first()
                    != null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
