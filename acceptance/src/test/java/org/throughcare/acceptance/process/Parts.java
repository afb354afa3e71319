package org.throughcare.acceptance.process;

/** The document store and the broker under the processes, and the ways in which they can be taken away. */
public sealed interface Parts extends AutoCloseable permits EmbeddedParts, RealParts {

    /** Those of this machine's infrastructure with {@code -Dthroughcare.parts=real}, else the embedded ones, in this JVM. */
    static Parts chosen() {
        return "real".equals(System.getProperty("throughcare.parts")) ? new RealParts() : new EmbeddedParts();
    }

    String name();

    String storeUri();

    /** Of a virtual host that is this run's alone. */
    String brokerUri();

    /** Closes every connection under its users' feet. */
    void cutConnections();

    /** Why the store cannot be taken away here; empty when it can. */
    String storeStays();

    void takeStoreAway();

    void bringStoreBack();

    @Override
    void close();
}
