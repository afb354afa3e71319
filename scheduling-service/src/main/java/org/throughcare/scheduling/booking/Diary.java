package org.throughcare.scheduling.booking;

import java.time.Instant;
import java.util.List;
import org.throughcare.platform.aggregate.Stored;

/** Appointments by time, of the grantee in scope, earliest first. */
public interface Diary {

    /** Of a worker, those that start in {@code [from, to)} or whose move would take them there. */
    List<Stored<Appointment>> ofWorker(String worker, Instant from, Instant to);

    /** Of a person, those that start in {@code [from, to)}, under whichever of their ids they are (H8). */
    List<Stored<Appointment>> ofParticipant(String participant, Instant from, Instant to);

    /** Under these very ids, those that start in {@code [from, to)}. */
    List<Stored<Appointment>> under(List<String> ids, Instant from, Instant to);
}
