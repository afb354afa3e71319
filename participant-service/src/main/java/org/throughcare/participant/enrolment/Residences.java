package org.throughcare.participant.enrolment;

import java.time.ZoneId;
import java.util.Optional;

/** Where a participant belongs, as intake recorded it. */
public interface Residences {

    /** A site and the zone whose days count there. */
    record Residence(String site, ZoneId zone) {}

    /** Empty when there is no such participant. */
    Optional<Residence> of(String participant);
}
