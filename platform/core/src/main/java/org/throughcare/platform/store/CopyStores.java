package org.throughcare.platform.store;

/** Opens the store of copies of a foreign aggregate, once at start-up, as a bean. */
public interface CopyStores {

    /**
     * @param indexedPaths dotted paths of the snapshot that are looked up by
     */
    <T> Copies<T> of(String service, String aggregate, Class<T> payload, String... indexedPaths);
}
