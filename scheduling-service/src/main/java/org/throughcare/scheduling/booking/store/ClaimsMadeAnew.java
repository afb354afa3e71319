package org.throughcare.scheduling.booking.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.json.Documents;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus;
import org.throughcare.scheduling.booking.ClaimKey;

/**
 * After a restore: every appointment that occupies its time has its claims, so that no hour is given away twice that was booked
 * since the backup. A claim of one that no longer needs it is handed over, as at any booking.
 */
final class ClaimsMadeAnew {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimsMadeAnew.class);

    private final MongoCollection<Document> appointments;
    private final MongoCollection<Document> claims;

    private ClaimsMadeAnew(MongoDatabase database) {
        this.appointments = database.getCollection(BookingParts.TYPE.name());
        this.claims = database.getCollection(MongoClaims.COLLECTION);
    }

    static long on(MongoDatabase database) {
        return new ClaimsMadeAnew(database).make();
    }

    private long make() {
        long made = 0;
        for (Document each : appointments
                .find(in(
                        "body.status.is",
                        AppointmentStatus.Pending.class.getSimpleName(),
                        AppointmentStatus.Booked.class.getSimpleName()))
                .projection(new Document("body", 1))) {
            Appointment appointment = read(each);
            for (ClaimKey key : appointment.needs()) {
                if (!claim(key, appointment)) {
                    LOG.error("appointment {} has lost {} to another one", appointment.id(), key);
                }
                made++;
            }
        }
        return made;
    }

    private boolean claim(ClaimKey key, Appointment appointment) {
        try {
            claims.insertOne(new Document("_id", key.value())
                    .append("appointment", appointment.id())
                    .append("attempt", appointment.attempt()));
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCode() != MongoClaims.DUPLICATE_KEY) {
                throw failed;
            }
        }
        Document held = claims.find(eq("_id", key.value())).first();
        if (held == null || held.getString("appointment").equals(appointment.id())) {
            return true;
        }
        if (needs(held.getString("appointment"), key)) {
            return false;
        }
        claims.updateOne(
                and(eq("_id", key.value()), eq("appointment", held.getString("appointment"))),
                combine(set("appointment", appointment.id()), set("attempt", appointment.attempt())));
        return true;
    }

    private boolean needs(String holder, ClaimKey key) {
        @Nullable Document there = appointments.find(eq("_id", holder)).first();
        return there != null && read(there).needs().contains(key);
    }

    private static Appointment read(Document document) {
        return Documents.read(document.get("body", Document.class), Appointment.class);
    }
}
