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
import org.throughcare.participant.plan.Plan;

/**
 * All that participant-service holds about one person, for that person. Numbers and date of birth are in clear. Of a household there is
 * what concerns this person; what is held about its other members is theirs to ask for.
 *
 * @param preparedAt on the business clock
 * @param readBy who read the file, and who was refused; the reading for this package is the last
 * @param underAliases what is recorded under other ids of the same person (H8); null when there are none
 */
public record SubjectAccess(
        Instant preparedAt,
        Person participant,
        ContactPlan contacts,
        @Nullable Supervision supervision,
        @Nullable Custody custody,
        List<Consent> consents,
        @Nullable Assessment assessment,
        @Nullable Plan plan,
        @Nullable Enrolment enrolment,
        @Nullable Case supportCase,
        List<InHousehold> households,
        List<ReadsOnRecord.Read> readBy,
        @Nullable List<SubjectAccess> underAliases) {

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
