package org.throughcare.participant.casework;

import java.util.List;
import java.util.UUID;

/** What is still owed to a participant, in words: a case with any of it stays open (L1). */
public interface OpenDuties {

    List<String> of(UUID participant);
}
