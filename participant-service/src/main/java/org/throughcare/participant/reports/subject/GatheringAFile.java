package org.throughcare.participant.reports.subject;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.plan.Plan;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * A participant asks what is held about them: everything of this service's is put into one package, whatever id of theirs it is
 * recorded under (H8).
 */
public final class GatheringAFile {

    /** More releases of information, or households, than anybody has. */
    private static final int MANY = 10_000;

    /** What is held by participant, one of each. */
    public record Shelves(
            Aggregates<Participant> participants,
            Aggregates<Custody> custodies,
            Aggregates<Consent> consents,
            Aggregates<Assessment> assessments,
            Aggregates<Plan> plans,
            Aggregates<Enrolment> enrolments,
            Aggregates<Case> cases,
            Aggregates<Household> households) {}

    private final Shelves shelves;
    private final IdentityCipher cipher;
    private final ReadsOnRecord reads;
    private final BusinessClock clock;

    public GatheringAFile(Shelves shelves, IdentityCipher cipher, ReadsOnRecord reads, BusinessClock clock) {
        this.shelves = shelves;
        this.cipher = cipher;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Empty when there is no such participant.
     *
     * @param ids of the person, the one that stands for them first
     */
    public Optional<SubjectAccess> gather(List<UUID> ids) {
        List<SubjectAccess> aliases = ids.stream()
                .skip(1)
                .flatMap(alias -> gather(alias.toString(), null).stream())
                .toList();
        return gather(ids.getFirst().toString(), aliases.isEmpty() ? null : aliases);
    }

    private Optional<SubjectAccess> gather(String id, @Nullable List<SubjectAccess> underAliases) {
        return shelves.participants().find(id).map(found -> {
            Participant participant = found.state();
            return new SubjectAccess(
                    clock.now(),
                    SubjectAccess.Person.of(participant, cipher.open(participant)),
                    participant.contactPlan(),
                    participant.supervision(),
                    one(shelves.custodies(), id),
                    all(shelves.consents().where("participant", id, MANY)),
                    one(shelves.assessments(), id),
                    one(shelves.plans(), id),
                    one(shelves.enrolments(), id),
                    one(shelves.cases(), id),
                    all(shelves.households().where("members.participant", id, MANY)).stream()
                            .map(household -> InHousehold.of(household, id))
                            .toList(),
                    reads.of(id),
                    underAliases);
        });
    }

    private static <S> @Nullable S one(Aggregates<S> of, String id) {
        return of.find(id).map(Stored::state).orElse(null);
    }

    private static <S> List<S> all(List<Stored<S>> stored) {
        return stored.stream().map(Stored::state).toList();
    }
}
