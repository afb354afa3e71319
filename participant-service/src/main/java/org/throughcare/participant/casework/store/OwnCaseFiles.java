package org.throughcare.participant.casework.store;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.security.CaseFiles;
import org.throughcare.platform.store.Aggregates;

/**
 * The owner's own answer to whose case it is; before there is a case, it is open to the participant's site. What is recorded
 * under an alias is open to those to whom the survivor's case is, as well as to its own (H8): to nobody else, and no survivor to
 * those of its alias.
 */
final class OwnCaseFiles implements CaseFiles {

    private final Aggregates<Case> cases;
    private final Aggregates<Participant> participants;
    private final Aliases aliases;

    OwnCaseFiles(Aggregates<Case> cases, Aggregates<Participant> participants, Aliases aliases) {
        this.cases = cases;
        this.participants = participants;
        this.aliases = aliases;
    }

    /** Under this id alone, which is all that most are asked for. */
    @Override
    public Optional<CaseFile> find(String participant) {
        return cases.find(participant)
                .map(stored -> file(stored.state()))
                .or(() -> participants
                        .find(participant)
                        .map(stored -> new CaseFile(
                                participant, Set.of(stored.state().site().toString()), Set.of())));
    }

    /** Before somebody is refused. */
    @Override
    public Optional<CaseFile> findAtOwner(String participant) {
        return find(participant).map(own -> {
            String survivor = aliases.survivorOf(UUID.fromString(participant)).toString();
            return survivor.equals(participant)
                    ? own
                    : find(survivor).map(theirs -> both(own, theirs)).orElse(own);
        });
    }

    private static CaseFile both(CaseFile own, CaseFile survivors) {
        return new CaseFile(
                own.participant(),
                Stream.concat(own.sites().stream(), survivors.sites().stream()).collect(Collectors.toSet()),
                Stream.concat(own.team().stream(), survivors.team().stream()).collect(Collectors.toSet()));
    }

    private static CaseFile file(Case of) {
        return new CaseFile(
                of.participant().toString(),
                of.sites().stream().map(UUID::toString).collect(Collectors.toSet()),
                of.team().members().stream()
                        .map(member -> member.staff().toString())
                        .collect(Collectors.toSet()));
    }
}
