package org.throughcare.platform.store;

/** Where committed entries go: to the relay once it runs, until then nowhere, for the sweep to find. */
public final class Handover implements CommittedEntries {

    private volatile CommittedEntries relay = entry -> {};

    public void to(CommittedEntries relay) {
        this.relay = relay;
    }

    @Override
    public void offer(Pending entry) {
        relay.offer(entry);
    }
}
