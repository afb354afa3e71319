package org.throughcare.participant.intake.store;

import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.Release;
import org.throughcare.participant.custody.ReleaseKind;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.identity.PriorityGround;
import org.throughcare.participant.intake.PlaceInTheQueue;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The intake queue and what it is built from. The news says only that something moved: the aggregates are at hand, and what
 * gives a person priority leaves them in no event.
 */
@Configuration
class IntakeParts {

    private static final String SELF = "participant";

    @Bean
    StoredIntakeQueue storedIntakeQueue(TenantDatabases databases) {
        return new StoredIntakeQueue(databases);
    }

    private static <T> Subscription<T> hears(String aggregate, Class<T> snapshot, Consumer<String> reaction) {
        return new Subscription<>(
                SELF, aggregate, snapshot, null, Set.of(), (copy, heard) -> reaction.accept(copy.id()));
    }

    @Bean
    Subscription<ParticipantSnapshot> queueOfPersons(StoredIntakeQueue queue, Aggregates<Participant> participants) {
        return hears(
                "participant",
                ParticipantSnapshot.class,
                id -> participants
                        .find(id)
                        .ifPresent(found -> queue.take(id, "person", found.revision(), person(found.state()))));
    }

    @Bean
    Subscription<CaseSnapshot> queueOfCases(StoredIntakeQueue queue, Aggregates<Case> cases) {
        return hears(
                "case",
                CaseSnapshot.class,
                id -> cases.find(id)
                        .ifPresent(found -> queue.take(
                                id,
                                "case",
                                found.revision(),
                                new Document("open", found.state().state() == Case.State.OPEN))));
    }

    @Bean
    Subscription<EnrolmentSnapshot> queueOfEnrolments(StoredIntakeQueue queue, Aggregates<Enrolment> enrolments) {
        return hears(
                "enrolment",
                EnrolmentSnapshot.class,
                id -> enrolments
                        .find(id)
                        .ifPresent(found -> queue.take(
                                id, "enrolment", found.revision(), new Document("decided", decided(found.state())))));
    }

    @Bean
    Subscription<CustodySnapshot> queueOfCustody(StoredIntakeQueue queue, Aggregates<Custody> custodies) {
        return hears(
                "custody",
                CustodySnapshot.class,
                id -> custodies
                        .find(id)
                        .ifPresent(found -> queue.take(
                                id,
                                "custody",
                                found.revision(),
                                new Document("died", died(found.state().release())))));
    }

    private static Document person(Participant p) {
        PlaceInTheQueue place = new PlaceInTheQueue(
                p.priority(),
                p.intake().at().atZone(p.zone()).toLocalDate(),
                p.intake().at(),
                p.id());
        return new Document("site", p.site().toString())
                .append("active", p.active())
                .append("mergedInto", p.mergedInto() == null ? null : String.valueOf(p.mergedInto()))
                .append("caseNumber", p.caseNumber())
                .append("givenName", p.name().given())
                .append("familyName", p.name().family())
                .append(
                        "priority",
                        p.priority().stream().map(PriorityGround::name).toList())
                .append("takenInOn", place.takenInOn().toString())
                .append("because", place.because())
                .append("key", place.key());
    }

    private static boolean decided(Enrolment enrolment) {
        EnrolmentSnapshot now = EnrolmentSnapshot.of(enrolment);
        return !now.programmes().isEmpty()
                || !now.earlier().isEmpty()
                || !enrolment.referredElsewhere().isEmpty();
    }

    private static boolean died(@Nullable Release release) {
        return release != null && release.kind() == ReleaseKind.DEATH;
    }
}
