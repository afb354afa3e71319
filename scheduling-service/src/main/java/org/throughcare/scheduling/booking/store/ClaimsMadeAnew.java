package org.throughcare.scheduling.booking.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.json.Documents;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus;
import org.throughcare.scheduling.booking.ClaimKey;
import org.throughcare.scheduling.booking.Claims;
import org.throughcare.scheduling.booking.Claims.Held;

/**
 * After a restore: every appointment that occupies its time has its claims, so that no hour is given away twice that was booked
 * since the backup. A claim of one that no longer needs it is handed over, as at any booking.
 */
final class ClaimsMadeAnew {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimsMadeAnew.class);

    private final MongoCollection<Document> appointments;
    private final Claims claims;

    private ClaimsMadeAnew(MongoDatabase database) {
        this.appointments = database.getCollection(BookingParts.TYPE.name());
        this.claims = new MongoClaims(() -> database);
    }

    static long on(MongoDatabase database) {
        return new ClaimsMadeAnew(database).make();
    }

    private long make() {
        long looked = 0;
        for (Document each : appointments
                .find(in(
                        "body.status.is",
                        AppointmentStatus.Pending.class.getSimpleName(),
                        AppointmentStatus.Booked.class.getSimpleName()))
                .projection(new Document("body", 1))) {
            claimFor(read(each));
            looked++;
        }
        return looked;
    }

    private void claimFor(Appointment appointment) {
        List<ClaimKey> wanted = new ArrayList<>(appointment.needs());
        for (Optional<Held> lost = claims.take(appointment.hold(), wanted);
                lost.isPresent();
                lost = claims.take(appointment.hold(), wanted)) {
            Held held = lost.get();
            if (isNeeded(held)) {
                LOG.error("appointment {} has lost {} to {}", appointment.id(), held.key(), held.by());
                wanted.remove(held.key());
            } else {
                claims.replace(held, appointment.hold());
            }
        }
    }

    private boolean isNeeded(Held held) {
        Document holder = appointments.find(eq("_id", held.by().appointment())).first();
        return holder != null && read(holder).needs().contains(held.key());
    }

    private static Appointment read(Document document) {
        return Documents.read(document.get("body", Document.class), Appointment.class);
    }
}
