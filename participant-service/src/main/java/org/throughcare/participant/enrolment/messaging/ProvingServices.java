package org.throughcare.participant.enrolment.messaging;

import java.util.Optional;
import java.util.UUID;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.Evidence;
import org.throughcare.participant.enrolment.EvidencingAService;
import org.throughcare.participant.enrolment.ServiceGiven;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.messaging.Heard;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copy;

/**
 * Brings what notes and attendance prove to the services they prove. A note may be written under another id of the person than the
 * service that it names is on record under (H8).
 */
final class ProvingServices {

    private final Aggregates<Enrolment> enrolments;
    private final EvidencingAService evidencing;
    private final Aliases aliases;

    ProvingServices(Aggregates<Enrolment> enrolments, EvidencingAService evidencing, Aliases aliases) {
        this.enrolments = enrolments;
        this.evidencing = evidencing;
        this.aliases = aliases;
    }

    void hearNote(Copy<NoteCopy> copy, Heard heard) {
        String participant = copy.snapshot().participant();
        String service = copy.snapshot().service();
        if (participant == null || service == null) {
            return;
        }
        aliases.allOf(UUID.fromString(participant))
                .forEach(id -> enrolments
                        .find(id.toString())
                        .map(Stored::state)
                        .flatMap(e -> copy.snapshot().proof(copy.id(), e.zone()))
                        .ifPresent(proof -> evidencing.prove(id.toString(), service, proof, copy.id())));
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
