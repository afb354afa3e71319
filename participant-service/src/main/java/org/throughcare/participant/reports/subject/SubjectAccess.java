package org.throughcare.participant.reports.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.participant.identity.PriorityGround;
import org.throughcare.participant.identity.Supervision;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.Plan;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Cut;

/**
 * All that participant-service holds about one person, for that person. Numbers and date of birth are in clear. Whom the person named
 * to be reached through stands in their contact plan, for they named them. Of a household there is what concerns this person; what is
 * held about its other members is theirs to ask for.
 *
 * @param preparedAt on the business clock
 * @param about all ids that the person is kept under, the one that stands for them first
 * @param cut of what there is more than this; empty when nothing was left out for being too much
 * @param notice where a release of substance-use records is within
 * @param notWithin what is kept and not in here, in words for the person
 * @param alsoUnder what is kept under the other ids
 * @param readBy who read the file, and who was refused; the reading for this package is the last
 */
public record SubjectAccess(
        Instant preparedAt,
        List<String> about,
        List<Cut> cut,
        @Nullable String notice,
        List<String> notWithin,
        Person participant,
        ContactPlan contacts,
        @Nullable Supervision supervision,
        @Nullable Custody custody,
        List<Consent> consents,
        @Nullable Assessment assessment,
        @Nullable Plan plan,
        @Nullable Assistance assistance,
        @Nullable Enrolment enrolment,
        @Nullable Case supportCase,
        List<InHousehold> households,
        List<OnARoster> rosters,
        List<Under> alsoUnder,
        List<ReadsOnRecord.Read> readBy) {

    /** What is kept once per id. */
    public record Under(
            Person participant,
            ContactPlan contacts,
            @Nullable Supervision supervision,
            @Nullable Custody custody,
            @Nullable Assessment assessment,
            @Nullable Plan plan,
            @Nullable Assistance assistance,
            @Nullable Enrolment enrolment,
            @Nullable Case supportCase) {}

    /** Who the person is, as put down here. */
    public record Person(
            String id,
            String caseNumber,
            PersonName name,
            String language,
            String site,
            IdentityCipher.OpenIdentity identity,
            List<PriorityGround> priority,
            Instant takenInAt,
            String takenInBy,
            boolean active,
            @Nullable String mergedInto) {

        static Person of(Participant p, IdentityCipher.OpenIdentity open) {
            return new Person(
                    p.id().toString(),
                    p.caseNumber(),
                    p.name(),
                    p.language(),
                    p.site().toString(),
                    open,
                    p.priority(),
                    p.intake().at(),
                    p.intake().by(),
                    p.active(),
                    p.mergedInto() == null ? null : String.valueOf(p.mergedInto()));
        }
    }
}
