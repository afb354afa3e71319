package org.throughcare.participant.enrolment;

import java.util.List;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A signed note or an attended appointment proves that a service was given, or does no longer (N4). */
public final class EvidencingAService {

    private final Aggregates<Enrolment> enrolments;
    private final ProofOnFile proof;
    private final BusinessClock clock;

    public EvidencingAService(Aggregates<Enrolment> enrolments, ProofOnFile proof, BusinessClock clock) {
        this.enrolments = enrolments;
        this.proof = proof;
        this.clock = clock;
    }

    /** @param cause id of the note's or appointment's state that says so */
    public Result<Enrolment> prove(String participant, String service, Evidence evidence, String cause) {
        return enrolments.change(
                Command.effectOf("service-evidence", cause, service),
                participant,
                enrolment -> enrolment.evidence(service, evidence, enrolment.day(clock.now())));
    }

    /** @param cause id of the state of the source that takes the proof back */
    public Result<Enrolment> withdraw(String participant, String service, String source, String cause) {
        return enrolments.change(
                Command.effectOf("service-evidence-withdrawn", cause, service),
                participant,
                enrolment -> enrolment.withdrawEvidence(service, source, enrolment.day(clock.now())));
    }

    /** Attaches what is on file for a service and is not attached to it yet. */
    void fromFile(Enrolment enrolment, String service) {
        enrolment.period().service(service).ifPresent(s -> {
            List<Evidence> onFile = proof.of(enrolment.participant(), s.id(), s.appointment(), enrolment.zone());
            onFile.stream()
                    .filter(e -> !s.evidence().contains(e))
                    .forEach(e -> prove(enrolment.participant(), s.id(), e, e.id() + "@" + e.on()));
        });
    }
}
