package org.throughcare.participant.identity;

import java.util.UUID;

/** Which commands were carried out. A repeat of one gets its answer again, also when the record has become an alias since. */
public interface AnsweredCommands {

    /**
     * @param kind what was changed, such as {@code plan}
     * @param under the participant's id
     * @param key the command's
     */
    boolean answered(String kind, UUID under, String key);
}
