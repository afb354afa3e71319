package org.throughcare.platform.tenancy;

import java.util.List;
import java.util.Set;

/** The registry of grantees this service serves. */
public interface Grantees {

    /**
     * State in the registry of a grantee whose data was removed: so that settings which still name it at a start do not bring it
     * back, empty. It is not known any more; registering it anew is another beginning.
     */
    String REMOVED = "REMOVED";

    /**
     * @param issuers token issuers that may speak for this grantee
     * @param state SERVED once its indexes exist
     */
    record Grantee(String id, Set<String> issuers, State state) {

        public Grantee {
            issuers = Set.copyOf(issuers);
        }
    }

    /**
     * PREPARING: known, indexes not built yet. PAUSED: its data is being restored, nobody is let in and messages wait. PARKED:
     * kept, but nobody is let in.
     */
    enum State {
        PREPARING,
        SERVED,
        PAUSED,
        PARKED
    }

    /** Whether the registry has been read since the start; until then nobody can be told from a stranger. */
    default boolean isRead() {
        return true;
    }

    /** Those being served. */
    List<String> served();

    /** All that are known, whatever their state. */
    List<Grantee> known();

    boolean serves(String grantee);

    /** Whether it may yet be served: the registry has not been read, or its databases are being prepared or restored. */
    default boolean mayCome(String grantee) {
        return !isRead()
                || known().stream()
                        .anyMatch(each -> each.id().equals(grantee)
                                && (each.state() == State.PREPARING || each.state() == State.PAUSED));
    }

    /** Reads the registry now, for a grantee that another instance may have registered a moment ago. */
    default void lookAgain() {}

    boolean maySpeakFor(String issuer, String grantee);

    /** Whether this issuer speaks for any grantee at all. */
    boolean knowsIssuer(String issuer);

    /**
     * Registers a grantee or changes its issuers, builds its indexes, and serves it from then on.
     *
     * @throws IllegalArgumentException when the id cannot be one
     */
    void serve(String grantee, Set<String> issuers);
}
