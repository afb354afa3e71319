package org.throughcare.scheduling.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.KnownSite;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * Y16: a worker's booked meetings, and the follow-ups they are to make, as iCalendar (RFC 5545). It leaves the suite: people are
 * case numbers in it, never names.
 */
public final class WorkersCalendar {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final Diary diary;
    private final KeepingTasks tasks;
    private final Known known;
    private final InstantSource clock;

    public WorkersCalendar(Diary diary, KeepingTasks tasks, Known known, InstantSource clock) {
        this.diary = diary;
        this.tasks = tasks;
        this.known = known;
        this.clock = clock;
    }

    public String of(String worker) {
        Calendar calendar = new Calendar()
                .withProdId("-//Throughcare//Scheduling//EN")
                .withDefaults()
                .getFluentTarget();
        Instant now = clock.instant();
        for (Stored<Appointment> each : diary.ofWorker(worker, now.minus(BACK), now.plus(AHEAD))) {
            if (each.state().isBooked() && each.state().when().worker().equals(worker)) {
                calendar.add(meeting(each.state()));
            }
        }
        for (Stored<Task> each : tasks.ofWorker(worker)) {
            if (each.state().isOpen() && each.state().kind() == Task.Kind.FOLLOW_UP_CHECK_IN) {
                calendar.add(followUp(each.state()));
            }
        }
        return written(calendar);
    }

    private VEvent meeting(Appointment appointment) {
        Window when = appointment.when();
        String participant = appointment.participant();
        String summary = words(appointment.kind()) + (participant == null ? "" : ", case " + caseNumber(participant));
        VEvent event = new VEvent(when.start(), when.end(), summary);
        event.add(new Uid(appointment.id() + "@throughcare"));
        place(when).ifPresent(name -> event.add(new Location(name)));
        return event;
    }

    private VEvent followUp(Task task) {
        LocalDate day = LocalDate.ofInstant(task.dueAt(), known.zoneOf(task.whose()));
        VEvent event = new VEvent(day, "Follow-up due, case " + caseNumber(task.whose()));
        event.add(new Uid(task.id() + "@throughcare"));
        return event;
    }

    private Optional<String> place(Window when) {
        String site = when.site();
        String place = when.place();
        return site == null || place == null
                ? Optional.empty()
                : known.site(site).flatMap(s -> s.place(place)).map(KnownSite.Place::name);
    }

    /** Of an alias that of the record that stands for the person (H8): the number that people say now. */
    private String caseNumber(String participant) {
        return known.participant(known.persons().survivorOf(participant))
                .map(KnownParticipant::caseNumber)
                .orElse("not known");
    }

    private static String words(Appointment.Kind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String written(Calendar calendar) {
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
