package org.throughcare.participant.reports.subject;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.consent.InformationKind;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.reports.hud.ResidentRoster;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.platform.subject.Shelf;
import org.throughcare.platform.time.BusinessClock;

/**
 * A participant asks what is held about them: everything of this service's is put into one package, whatever id of theirs it is
 * recorded under (H8).
 */
public final class GatheringAFile {

    private static final List<String> NOT_WITHIN = List.of(
            "The log of each single change with what stood before it, which is kept to show who changed what: what it led to is within.",
            "Reports and copies that are worked out from what is within.",
            "What is held about other members of a household: that is theirs to ask for.");

    /** What is held by participant: one of each, or by whom it names. */
    public record Shelves(
            Aggregates<Participant> participants,
            Aggregates<Custody> custodies,
            Shelf<Consent> consents,
            Aggregates<Assessment> assessments,
            Aggregates<Plan> plans,
            Aggregates<Assistance> assistance,
            Aggregates<Enrolment> enrolments,
            Aggregates<Case> cases,
            Shelf<Household> households,
            Shelf<ResidentRoster> rosters) {}

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
     * @param ids all that the person is kept under, the one to show first
     */
    public Optional<SubjectAccess> gather(List<String> ids) {
        List<SubjectAccess.Under> all =
                ids.stream().flatMap(id -> under(id).stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(whole(ids, all));
    }

    private SubjectAccess whole(List<String> ids, List<SubjectAccess.Under> all) {
        SubjectAccess.Under first = all.getFirst();
        Held<Consent> consents = shelves.consents().of(ids);
        Held<Household> households = shelves.households().of(ids);
        Held<ResidentRoster> rosters = shelves.rosters().of(ids);
        Held<ReadsOnRecord.Read> readBy = reads.of(ids);
        return new SubjectAccess(
                clock.now(),
                ids,
                Stream.of(
                                consents.cut("consents"),
                                households.cut("households"),
                                rosters.cut("rosters"),
                                readBy.cut("readBy"))
                        .flatMap(each -> each)
                        .toList(),
                consents.items().stream().anyMatch(each -> each.kinds().contains(InformationKind.SUBSTANCE_USE))
                        ? PartTwo.NOTICE
                        : null,
                NOT_WITHIN,
                first.participant(),
                first.contacts(),
                first.supervision(),
                first.custody(),
                consents.items(),
                first.assessment(),
                first.plan(),
                first.assistance(),
                first.enrolment(),
                first.supportCase(),
                households.items().stream()
                        .flatMap(each -> ids.stream().map(id -> InHousehold.of(each, id)))
                        .filter(each -> !each.places().isEmpty())
                        .toList(),
                rosters.items().stream().map(each -> OnARoster.of(each, ids)).toList(),
                all.subList(1, all.size()),
                readBy.items());
    }

    private Optional<SubjectAccess.Under> under(String id) {
        return shelves.participants()
                .find(id)
                .map(Stored::state)
                .map(participant -> new SubjectAccess.Under(
                        SubjectAccess.Person.of(participant, cipher.open(participant)),
                        participant.contactPlan(),
                        participant.supervision(),
                        one(shelves.custodies(), id),
                        one(shelves.assessments(), id),
                        one(shelves.plans(), id),
                        one(shelves.assistance(), id),
                        one(shelves.enrolments(), id),
                        one(shelves.cases(), id)));
    }

    private static <S> @Nullable S one(Aggregates<S> of, String id) {
        return of.find(id).map(Stored::state).orElse(null);
    }
}
