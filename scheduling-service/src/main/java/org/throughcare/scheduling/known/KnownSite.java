package org.throughcare.scheduling.known;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A site with its places, as last announced. */
public record KnownSite(String id, String name, ZoneId zone, List<Place> places) {

    public record Place(String id, String name, Setting setting) {}

    public KnownSite {
        places = places == null ? List.of() : List.copyOf(places);
    }

    public Optional<Place> place(String placeId) {
        return places.stream().filter(p -> p.id().equals(placeId)).findFirst();
    }
}
