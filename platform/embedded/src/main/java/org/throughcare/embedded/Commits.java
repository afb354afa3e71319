package org.throughcare.embedded;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One lock for every change and for the commit that makes it durable. A change is answered only after a commit that
 * began when it was complete, so what a client saw acknowledged survives the death of the process, and no commit
 * catches a change half done. Changes that wait together share one commit.
 */
final class Commits {
    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantLock committing = new ReentrantLock();
    private final Runnable commit;
    private long applied;
    private volatile long durable;

    Commits(Runnable commit) {
        this.commit = commit;
    }

    <T> T change(Supplier<T> change) {
        long own = 0;
        try {
            changing.lock();
            try {
                return change.get();
            } finally {
                own = ++applied;
                changing.unlock();
            }
        } finally {
            awaitDurable(own);
        }
    }

    private void awaitDurable(long own) {
        if (durable >= own) {
            return;
        }
        committing.lock();
        try {
            if (durable >= own) {
                return;
            }
            changing.lock();
            try {
                long covered = applied;
                commit.run();
                durable = covered;
            } finally {
                changing.unlock();
            }
        } finally {
            committing.unlock();
        }
    }
}
