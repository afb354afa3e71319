package org.throughcare.scheduling.booking.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Diary;

/** Looks appointments up by time. Instants are kept as text that sorts by time. */
final class MongoDiary implements Diary {

    private static final DateTimeFormatter AS_KEPT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST = 5000;

    private final AggregateStore<Appointment> appointments;
    private final PersonIds persons;

    MongoDiary(AggregateStore<Appointment> appointments, PersonIds persons) {
        this.appointments = appointments;
        this.persons = persons;
    }

    @Override
    public List<Stored<Appointment>> ofWorker(String worker, Instant from, Instant to) {
        Map<String, Stored<Appointment>> found = new LinkedHashMap<>();
        for (String window : List.of("body.when", "body.movingTo")) {
            Bson filter = and(eq(window + ".worker", worker), between(window + ".start", from, to));
            appointments.where(filter, ascending(window + ".start"), MOST).forEach(a -> found.putIfAbsent(a.id(), a));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(a -> a.state().when().start()))
                .toList();
    }

    @Override
    public List<Stored<Appointment>> ofParticipant(String participant, Instant from, Instant to) {
        return under(persons.allOf(participant), from, to);
    }

    @Override
    public List<Stored<Appointment>> under(List<String> ids, Instant from, Instant to) {
        Bson theirs = ids.size() == 1 ? eq("body.participant", ids.getFirst()) : in("body.participant", ids);
        return appointments.where(
                and(theirs, between("body.when.start", from, to)), ascending("body.when.start"), MOST);
    }

    private static Bson between(String path, Instant from, Instant to) {
        return and(gte(path, AS_KEPT.format(from)), lt(path, AS_KEPT.format(to)));
    }
}
