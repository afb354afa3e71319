package org.throughcare.participant.enrolment.messaging;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Evidence;
import org.throughcare.participant.enrolment.ProofOnFile;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/** Evidence among the copies of notes, under whichever of the person's ids they were written (H8), and of appointments. */
final class CopiedProof implements ProofOnFile {

    /** More notes than this about one service are as good as this many. */
    private static final int ENOUGH = 500;

    private final Copies<NoteCopy> notes;
    private final Copies<AppointmentCopy> appointments;
    private final Aliases aliases;

    CopiedProof(Copies<NoteCopy> notes, Copies<AppointmentCopy> appointments, Aliases aliases) {
        this.notes = notes;
        this.appointments = appointments;
        this.aliases = aliases;
    }

    @Override
    public List<Evidence> of(String participant, String service, @Nullable String appointment, ZoneId zone) {
        Stream<Evidence> noted = notes.where("service", service, ENOUGH).stream()
                .filter(note -> isOf(participant, note.snapshot().participant()))
                .flatMap(note -> note.snapshot().proof(note.id(), zone).stream());
        Optional<Copy<AppointmentCopy>> named = Optional.ofNullable(appointment).flatMap(appointments::find);
        Stream<Evidence> attended = named.stream()
                .filter(copy -> participant.equals(copy.snapshot().participant()))
                .flatMap(copy -> copy.snapshot().proof(copy.id(), zone).stream());
        return Stream.concat(noted, attended).toList();
    }

    private boolean isOf(String participant, @Nullable String other) {
        return participant.equals(other)
                || other != null && aliases.allOf(UUID.fromString(participant)).contains(UUID.fromString(other));
    }
}
