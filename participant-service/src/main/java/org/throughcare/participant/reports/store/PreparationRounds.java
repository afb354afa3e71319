package org.throughcare.participant.reports.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.participant.reports.PreparingPerformance;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;

/** Goes from grantee to grantee once a minute and has counted what is due. Nothing is lost when a round breaks off. */
final class PreparationRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PreparationRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Grantees grantees;
    private final PreparingPerformance preparing;
    private @Nullable Thread thread;

    PreparationRounds(Grantees grantees, PreparingPerformance preparing) {
        this.grantees = grantees;
        this.preparing = preparing;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("report-preparation").start(this::work);
    }

    @Override
    public synchronized void stop() {
        Thread old = thread;
        thread = null;
        if (old != null) {
            old.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(EVERY);
                grantees.served().forEach(this::round);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(String grantee) {
        try {
            new Scope(grantee, Actor.system("participant"), "").run(preparing::prepare);
        } catch (RuntimeException fault) {
            LOG.debug("reports of {} are prepared in another round: {}", grantee, fault.toString());
        }
    }
}
