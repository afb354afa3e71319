package org.throughcare.platform.security;

import java.util.Optional;
import java.util.Set;

/** Which sites and which people a participant's case belongs to. Owned by participant-service, copied by the others. */
public interface CaseFiles {

    /**
     * @param sites every site the case has run at, so that the jail still sees how it goes outside
     * @param team staff ids, former members included
     */
    record CaseFile(String participant, Set<String> sites, Set<String> team) {

        public CaseFile {
            sites = Set.copyOf(sites);
            team = Set.copyOf(team);
        }
    }

    /** Empty while there is no case. */
    Optional<CaseFile> find(String participant);

    /** Whose the participant is while there is no case: their site's. Empty for who is not known here yet. */
    default Optional<CaseFile> beforeCase(String participant) {
        return Optional.empty();
    }

    /** As {@link #beforeCase}, and as {@link #findAtOwner} says. */
    default Optional<CaseFile> beforeCaseAtOwner(String participant) {
        return beforeCase(participant);
    }

    /** As the owner has it at this moment: asked before anyone is refused on the strength of a copy. */
    default Optional<CaseFile> findAtOwner(String participant) {
        return find(participant);
    }
}
