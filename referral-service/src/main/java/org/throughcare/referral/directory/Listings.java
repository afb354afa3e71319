package org.throughcare.referral.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory, to be looked through. */
public interface Listings {

    /**
     * Open ones first, by name.
     *
     * @param words all of which must occur in a listing's name, description, provider, terms or town
     * @param after the name and id of the last one seen, as {@code name|id}; null to begin
     */
    List<ServiceListing> find(List<String> words, @Nullable NeedKind kind, @Nullable String after, int limit);
}
