package org.throughcare.participant.enrolment.messaging;

import java.util.Optional;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.Evidence;
import org.throughcare.participant.enrolment.EvidencingAService;
import org.throughcare.participant.enrolment.ServiceGiven;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.messaging.Heard;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copy;

/** Brings what notes and attendance prove to the services they prove. */
final class ProvingServices {

    private final Aggregates<Enrolment> enrolments;
    private final EvidencingAService evidencing;

    ProvingServices(Aggregates<Enrolment> enrolments, EvidencingAService evidencing) {
        this.enrolments = enrolments;
        this.evidencing = evidencing;
    }

    void hearNote(Copy<NoteCopy> copy, Heard heard) {
        String participant = copy.snapshot().participant();
        String service = copy.snapshot().service();
        if (participant == null || service == null) {
            return;
        }
        enrolments
                .find(participant)
                .map(Stored::state)
                .flatMap(e -> copy.snapshot().proof(copy.id(), e.zone()))
                .ifPresent(proof -> evidencing.prove(participant, service, proof, copy.id()));
    }

    /** An attendance that was a mistake takes its proof back. */
    void hearAppointment(Copy<AppointmentCopy> copy, Heard heard) {
        String participant = copy.snapshot().participant();
        if (participant == null) {
            return;
        }
        enrolments.find(participant).map(Stored::state).ifPresent(e -> {
            Optional<Evidence> proof = copy.snapshot().proof(copy.id(), e.zone());
            String cause = copy.id() + "@" + copy.revision();
            for (ServiceGiven service : e.period().services()) {
                if (copy.id().equals(service.appointment())) {
                    if (proof.isPresent()) {
                        evidencing.prove(participant, service.id(), proof.get(), cause);
                    } else {
                        evidencing.withdraw(participant, service.id(), copy.id(), cause);
                    }
                }
            }
        });
    }
}
