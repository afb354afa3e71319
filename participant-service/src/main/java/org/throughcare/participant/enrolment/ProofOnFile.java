package org.throughcare.participant.enrolment;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence that may have come before the entry of the service it proves. */
public interface ProofOnFile {

    /**
     * @param zone whose days the evidence is dated in
     * @param appointment the appointment named by the entry
     */
    List<Evidence> of(String participant, String service, @Nullable String appointment, ZoneId zone);
}
