package org.throughcare.notes.known;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Custody as last announced.
 *
 * @param release null while nobody recorded one, and again after it was withdrawn
 */
public record KnownCustody(
        String participant,
        @Nullable String population,
        @Nullable Release release) {

    public record Release(String id, LocalDate on, String kind) {}

    /** Behind the wall nobody is lost: there a lapse is a matter of the cadence of meetings, not of a search. */
    public boolean inside() {
        return population != null && !population.equals("RELEASED");
    }

    public Optional<LocalDate> releasedOn() {
        return inside() ? Optional.empty() : Optional.ofNullable(release).map(Release::on);
    }

    public boolean died() {
        return release != null && release.kind().equals("DEATH");
    }
}
