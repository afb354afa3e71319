package org.throughcare.gateway.stream;

/** Whether events reach this instance now. */
public interface EventFeedState {

    boolean isConnected();
}
