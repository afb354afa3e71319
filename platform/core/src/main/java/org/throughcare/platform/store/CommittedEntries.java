package org.throughcare.platform.store;

/** Takes entries from the instance that committed them. Never blocks: an entry that is not taken is found by the sweep. */
@FunctionalInterface
public interface CommittedEntries {

    void offer(Pending entry);
}
