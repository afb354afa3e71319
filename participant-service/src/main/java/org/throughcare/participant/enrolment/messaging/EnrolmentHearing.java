package org.throughcare.participant.enrolment.messaging;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EvidencingAService;
import org.throughcare.participant.enrolment.MovingWithTheParticipant;
import org.throughcare.participant.enrolment.ProofOnFile;
import org.throughcare.participant.enrolment.Searches;
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

    /** What enrolment wants to know of a participant. */
    record HomeCopy(@Nullable String site, @Nullable ZoneId zone) {}

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
    Copies<HomeCopy> enrolmentHomes(CopyStores stores) {
        return stores.of("participant", "participant", HomeCopy.class);
    }

    @Bean
    ProofOnFile proofOnFile(Copies<NoteCopy> notes, Copies<AppointmentCopy> appointments) {
        return new CopiedProof(notes, appointments);
    }

    @Bean
    Searches searches(Copies<SearchCopy> searches) {
        return participant -> searches.ofParticipant(participant, ALL_SEARCHES).stream()
                .map(Copy::snapshot)
                .filter(s -> "OPEN".equals(s.state()))
                .map(SearchCopy::openedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Bean
    ProvingServices provingServices(Aggregates<Enrolment> enrolments, EvidencingAService evidencing) {
        return new ProvingServices(enrolments, evidencing);
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

    @Bean
    Subscription<HomeCopy> enrolmentHearsMoves(Copies<HomeCopy> homes, MovingWithTheParticipant moving) {
        return Subscription.toState("participant", "participant", HomeCopy.class, homes, (copy, heard) -> {
            String site = copy.snapshot().site();
            ZoneId zone = copy.snapshot().zone();
            if (site != null && zone != null) {
                moving.move(copy.id(), site, zone, copy.id() + "@" + copy.revision());
            }
        });
    }
}
