package org.throughcare.participant.reports.subject.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.reports.hud.ResidentRoster;
import org.throughcare.participant.reports.subject.GatheringAFile;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.StoredShelf;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class SubjectParts {

    @Bean
    GatheringAFile gatheringAFile(
            Aggregates<Participant> participants,
            Aggregates<Custody> custodies,
            Aggregates<Consent> consents,
            Aggregates<Assessment> assessments,
            Aggregates<Plan> plans,
            Aggregates<Assistance> assistance,
            Aggregates<Enrolment> enrolments,
            Aggregates<Case> cases,
            Aggregates<Household> households,
            Aggregates<ResidentRoster> rosters,
            IdentityCipher cipher,
            ReadsOnRecord reads,
            BusinessClock clock) {
        return new GatheringAFile(
                new GatheringAFile.Shelves(
                        participants,
                        custodies,
                        StoredShelf.about(consents),
                        assessments,
                        plans,
                        assistance,
                        enrolments,
                        cases,
                        StoredShelf.naming(households, "members.participant"),
                        StoredShelf.naming(rosters, "residents.participant")),
                cipher,
                reads,
                clock);
    }
}
