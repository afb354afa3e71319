package org.throughcare.referral.known.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.referral.known.KnownCase;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.People;

/** Copies first, then the owner: what was written a moment ago counts although its event is still on its way. */
final class CopiedPeople implements People {

    private final Copies<KnownParticipant> participants;
    private final Copies<KnownCustody> custodies;
    private final Copies<KnownCase> cases;
    private final PersonIds persons;
    private final OwnerClient owners;

    CopiedPeople(
            Copies<KnownParticipant> participants,
            Copies<KnownCustody> custodies,
            Copies<KnownCase> cases,
            PersonIds persons,
            OwnerClient owners) {
        this.persons = persons;
        this.participants = participants;
        this.custodies = custodies;
        this.cases = cases;
        this.owners = owners;
    }

    @Override
    public Optional<KnownParticipant> participant(UUID id) {
        return participants
                .find(id.toString())
                .map(Copy::snapshot)
                .or(() -> owners.get("participant", "/participants/" + id, KnownParticipant.class));
    }

    @Override
    public Optional<Custody> custody(UUID participant) {
        return custodyHeld(participant)
                .or(() -> owners.get("participant", "/participants/" + participant + "/custody", KnownCustody.class)
                        .map(custody -> new Custody(0, custody)));
    }

    @Override
    public Optional<Custody> custodyHeld(UUID participant) {
        return firstOf(persons.allOf(participant.toString()), custodies)
                .map(copy -> new Custody(copy.revision(), copy.snapshot()));
    }

    @Override
    public Optional<KnownCase> caseOf(UUID participant) {
        String named = participant.toString();
        return cases.find(named).or(() -> firstOf(persons.allOf(named), cases)).map(Copy::snapshot);
    }

    @Override
    public List<UUID> idsOf(UUID participant) {
        return persons.allOf(participant.toString()).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static <T> Optional<Copy<T>> firstOf(List<String> ids, Copies<T> copies) {
        return ids.stream().map(copies::find).flatMap(Optional::stream).findFirst();
    }
}
