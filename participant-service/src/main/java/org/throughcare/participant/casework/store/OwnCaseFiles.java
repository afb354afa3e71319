package org.throughcare.participant.casework.store;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.security.CaseFiles;
import org.throughcare.platform.store.Aggregates;

/** The owner's own answer to whose case it is; before there is one, the participant is their site's. */
final class OwnCaseFiles implements CaseFiles {

    private final Aggregates<Case> cases;
    private final Aggregates<Participant> participants;

    OwnCaseFiles(Aggregates<Case> cases, Aggregates<Participant> participants) {
        this.cases = cases;
        this.participants = participants;
    }

    @Override
    public Optional<CaseFile> find(String participant) {
        return cases.find(participant).map(stored -> file(stored.state()));
    }

    @Override
    public Optional<CaseFile> beforeCase(String participant) {
        return participants
                .find(participant)
                .map(stored ->
                        new CaseFile(participant, Set.of(stored.state().site().toString()), Set.of()));
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
