package org.throughcare.participant.plan.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.assessment.BindingProgrammes;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.plan.AcknowledgingAPlan;
import org.throughcare.participant.plan.Addressees;
import org.throughcare.participant.plan.AssessmentState;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.AssistanceSnapshot;
import org.throughcare.participant.plan.ChangingAPlan;
import org.throughcare.participant.plan.CompletedServices;
import org.throughcare.participant.plan.CopyingAPlan;
import org.throughcare.participant.plan.NewActivities;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.plan.PlanEvent;
import org.throughcare.participant.plan.PlanSnapshot;
import org.throughcare.participant.plan.RecordingAssistance;
import org.throughcare.participant.plan.ReviewRhythm;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.participant.plan.StartingAPlan;
import org.throughcare.participant.plan.pdf.PlanPdf;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class PlanParts {

    @Bean
    Aggregates<Assistance> assistance(AggregateStores stores) {
        return stores.of(AggregateType.named("assistance", Assistance.class, Assistance.AssistanceEvent.class)
                .announcing(AssistanceSnapshot.class, AssistanceSnapshot::of)
                .aboutParticipant(Assistance::participant)
                .atSite(Assistance::site)
                .build());
    }

    @Bean
    RecordingAssistance recordingAssistance(Aggregates<Assistance> assistance, Residences residences) {
        return new RecordingAssistance(assistance, residences);
    }

    @Bean
    Resting<Plan> restingPlans(Aliases aliases, ObjectProvider<Aggregates<Plan>> plans) {
        return new Resting<>(aliases, plans::getObject, (other, own) -> true);
    }

    /** Of somebody with two plans the review of one is called overdue: of the one that is worked with (H8). */
    @Bean
    Aggregates<Plan> plans(AggregateStores stores, Resting<Plan> resting) {
        return stores.of(AggregateType.named("plan", Plan.class, PlanEvent.class)
                .announcing(PlanSnapshot.class, PlanSnapshot::of)
                .aboutParticipant(Plan::participant)
                .atSite(Plan::site)
                .withDeadline(
                        Plan::dueAt, (plan, now) -> resting.visit(UUID.fromString(plan.participant()), plan.visit(now)))
                .build());
    }

    /** Nobody is asked again what was found out before a merge: a complete assessment under any of their ids will do (N15). */
    @Bean
    AssessmentState assessmentState(Aggregates<Assessment> assessments, Aliases aliases) {
        return participant -> {
            List<Assessment> all = aliases.allOf(UUID.fromString(participant)).stream()
                    .flatMap(id -> assessments.find(id.toString()).stream())
                    .map(Stored::state)
                    .toList();
            if (all.stream().anyMatch(Assessment::complete)) {
                return List.of();
            }
            return names(
                    all.isEmpty()
                            ? Arrays.asList(AssessmentPart.Kind.values())
                            : all.getFirst().lacking());
        };
    }

    private static List<String> names(List<AssessmentPart.Kind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }

    /** The shortest of the participant's programmes; of the site's own before there is one. */
    @Bean
    ReviewRhythm reviewRhythm(BindingProgrammes programmes, PoliciesInForce policies) {
        return (participant, site, on) -> {
            List<PolicyValues> binding = programmes.of(participant, site).stream()
                    .map(p -> policies.on(p, UUID.fromString(site), on).values())
                    .toList();
            return new ReviewRhythm.Rhythm(
                    least(binding, PolicyValues::planReviewEveryDays),
                    least(binding, PolicyValues::reviewDaysAfterService));
        };
    }

    private static int least(List<PolicyValues> binding, ToIntFunction<PolicyValues> days) {
        return binding.stream().mapToInt(days).min().orElseThrow();
    }

    @Bean
    CompletedServices completedServices(Aggregates<Enrolment> enrolments) {
        return (participant, service) -> enrolments.find(participant).stream()
                .flatMap(e -> e.state().period().services().stream())
                .filter(s -> s.id().equals(service))
                .flatMap(s -> s.completedOn().stream())
                .findFirst();
    }

    @Bean
    NewActivities newActivities(Aggregates<Enrolment> enrolments) {
        return (participant, service) -> enrolments.find(participant).stream()
                .flatMap(e -> NewActivity.of(e.state(), service).stream())
                .toList();
    }

    @Bean
    Addressees addressees(Aggregates<Participant> participants, Aggregates<Case> cases, Aggregates<StaffMember> staff) {
        return participant -> participants
                .find(participant)
                .map(Stored::state)
                .map(p -> new Addressees.Addressee(
                        p.name().given() + " " + p.name().family(),
                        p.caseNumber(),
                        Locale.forLanguageTag(p.language()),
                        cases.find(participant)
                                .flatMap(c -> staff.find(c.state().primary().toString()))
                                .map(w -> card(w.state()))
                                .orElse(null)));
    }

    private static Addressees.Worker card(StaffMember worker) {
        StaffMember.ContactCard card = worker.contactCard();
        return new Addressees.Worker(worker.name(), card.phone(), card.email(), card.office());
    }

    @Bean
    CopyingAPlan copyingAPlan(Aggregates<Plan> plans, Addressees addressees) {
        return new CopyingAPlan(plans, addressees, new PlanPdf());
    }

    @Bean
    StartingAPlan startingAPlan(
            Aggregates<Plan> plans,
            Residences residences,
            AssessmentState assessment,
            ReviewRhythm rhythm,
            BusinessClock clock) {
        return new StartingAPlan(plans, residences, assessment, rhythm, clock);
    }

    @Bean
    ChangingAPlan changingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        return new ChangingAPlan(plans, clock);
    }

    @Bean
    AcknowledgingAPlan acknowledgingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        return new AcknowledgingAPlan(plans, clock);
    }

    @Bean
    ReviewingAPlan reviewingAPlan(Aggregates<Plan> plans, ReviewRhythm rhythm, BusinessClock clock) {
        return new ReviewingAPlan(plans, rhythm, clock);
    }
}
