package org.throughcare.scheduling.known;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A participant's custody as last announced. Dates are the site's local dates.
 *
 * @param facility where they are held; null while released or not known
 * @param release null while nobody recorded one, and again after it was withdrawn
 */
public record KnownCustody(
        String participant,
        @Nullable String site,
        @Nullable ZoneId zone,
        Population population,
        @Nullable String facility,
        @Nullable LocalDate custodySince,
        @Nullable LocalDate projectedRelease,
        @Nullable Release release) {

    /** What opened the door. Only a planned or unplanned release ends custody; the others leave every plan standing. */
    public enum Kind {
        PLANNED,
        UNPLANNED,
        TRANSFER,
        COURT,
        HOSPITAL,
        TEMPORARY_ABSENCE,
        DEATH
    }

    public record Release(String id, LocalDate on, Instant recordedAt, Kind kind) {
        boolean endsCustody() {
            return kind == Kind.PLANNED || kind == Kind.UNPLANNED;
        }
    }

    /** The release that stands, if the participant is out. */
    public Optional<Release> standing() {
        return population == Population.RELEASED
                ? Optional.ofNullable(release).filter(Release::endsCustody)
                : Optional.empty();
    }

    /** The transfer that brought them where they are held now, if that is the last that was recorded. */
    public Optional<Release> transfer() {
        return Optional.ofNullable(release).filter(r -> r.kind() == Kind.TRANSFER);
    }

    public Optional<Release> death() {
        return Optional.ofNullable(release).filter(r -> r.kind() == Kind.DEATH);
    }
}
