package org.throughcare.participant.enrolment.messaging;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.enrolment.CountingUnderAllIds;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EvidencingAService;
import org.throughcare.participant.enrolment.MovingWithTheParticipant;
import org.throughcare.participant.enrolment.ProofOnFile;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.enrolment.Searches;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.store.CopyStores;

@Configuration
class EnrolmentHearing {

    private static final int ALL_SEARCHES = 100;

    /** What enrolment wants to know of a disengaged search. */
    record SearchCopy(
            @Nullable String participant,
            @Nullable LocalDate openedOn,
            @Nullable String state) {}

    /** What enrolment wants to know of a participant is asked of the participant; this only says that something changed. */
    record HomeCopy() {}

    /** Likewise of an enrolment. */
    record OwnCopy() {}

    @Bean
    Copies<NoteCopy> enrolmentNotes(CopyStores stores) {
        return stores.of("notes", "case-note", NoteCopy.class, "service");
    }

    @Bean
    Copies<AppointmentCopy> enrolmentAppointments(CopyStores stores) {
        return stores.of("scheduling", "appointment", AppointmentCopy.class);
    }

    @Bean
    Copies<SearchCopy> enrolmentSearches(CopyStores stores) {
        return stores.of("notes", "disengaged-search", SearchCopy.class);
    }

    @Bean
    ProofOnFile proofOnFile(Copies<NoteCopy> notes, Copies<AppointmentCopy> appointments, Aliases aliases) {
        return new CopiedProof(notes, appointments, aliases);
    }

    @Bean
    Searches searches(Copies<SearchCopy> searches, Aliases aliases) {
        return participant -> aliases.allOf(UUID.fromString(participant)).stream()
                .flatMap(id -> searches.ofParticipant(id.toString(), ALL_SEARCHES).stream())
                .map(Copy::snapshot)
                .filter(s -> "OPEN".equals(s.state()))
                .map(SearchCopy::openedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Bean
    ProvingServices provingServices(Aggregates<Enrolment> enrolments, EvidencingAService evidencing, Aliases aliases) {
        return new ProvingServices(enrolments, evidencing, aliases);
    }

    @Bean
    Subscription<NoteCopy> enrolmentHearsNotes(Copies<NoteCopy> notes, ProvingServices proving) {
        return Subscription.toState("notes", "case-note", NoteCopy.class, notes, proving::hearNote);
    }

    @Bean
    Subscription<AppointmentCopy> enrolmentHearsAppointments(
            Copies<AppointmentCopy> appointments, ProvingServices proving) {
        return Subscription.toState(
                "scheduling", "appointment", AppointmentCopy.class, appointments, proving::hearAppointment);
    }

    @Bean
    Subscription<SearchCopy> enrolmentHearsSearches(Copies<SearchCopy> searches) {
        return Subscription.toState("notes", "disengaged-search", SearchCopy.class, searches);
    }

    /**
     * Looks at the participant as they are now, so that late news moves nobody back, and no copy is kept for it. Merges and un-merges are
     * news of the participant as well (H8).
     */
    @Bean
    Subscription<HomeCopy> enrolmentHearsMoves(
            Residences residences, MovingWithTheParticipant moving, CountingUnderAllIds counting) {
        return new Subscription<>("participant", "participant", HomeCopy.class, null, Set.of(), (copy, heard) -> {
            residences
                    .of(copy.id())
                    .ifPresent(home ->
                            moving.move(copy.id(), home.site(), home.zone(), copy.id() + "@" + copy.revision()));
            counting.count(UUID.fromString(copy.id()));
        });
    }

    /** What is on record under one id of a person may move the exit under another, also when its proof comes late (H8). */
    @Bean
    Subscription<OwnCopy> enrolmentsCountTogether(CountingUnderAllIds counting) {
        return new Subscription<>(
                "participant",
                "enrolment",
                OwnCopy.class,
                null,
                Set.of(),
                (copy, heard) -> counting.count(UUID.fromString(copy.id())));
    }
}
