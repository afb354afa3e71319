package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Setting;

/** What a crash in the middle of planning a group leaves in the store. */
class BrokenPlanTest {

    @Test
    @DisplayName("L5 a session whose group was never written gives its leader's time back by itself")
    void givenBack() throws Exception {
        try (Neighbours neighbours = new Neighbours()) {
            String group = Neighbours.id();
            String session = Neighbours.id();
            String appointment = Command.derived("session", group, session).toString();
            Instant start = Neighbours.morning(1);
            Window window = new Window(
                    neighbours.worker,
                    start,
                    start.plusSeconds(3600),
                    Neighbours.ZONE,
                    neighbours.site,
                    neighbours.jail,
                    null,
                    Setting.JAIL);
            String token = neighbours.token(neighbours.worker);
            await().untilAsserted(() -> assertThat(neighbours.inScope(() -> neighbours
                            .running
                            .bean(BookingAnAppointment.class)
                            .book(new BookingAnAppointment.Booking(
                                    Command.withId(appointment),
                                    appointment,
                                    null,
                                    group,
                                    Appointment.Kind.GROUP,
                                    window,
                                    null))
                            .now()))
                    .isPresent());
            Date past = Date.from(Instant.now().minusSeconds(5));
            Document planning = new Document("_id", group)
                    .append("revision", 1L)
                    .append("schema", 1)
                    .append(
                            "body",
                            new Document("id", group)
                                    .append("by", "nobody")
                                    .append("attempt", 1)
                                    .append("sessions", List.of(session))
                                    .append("heldUntil", past.toInstant().toString())
                                    .append("brokenOff", false))
                    .append("handled", List.of())
                    .append("outbox", List.of())
                    .append("nextDueAt", past);

            neighbours.inScope(() -> neighbours
                    .running
                    .bean(TenantDatabases.class)
                    .current()
                    .getCollection("group-planning")
                    .insertOne(planning));

            await().untilAsserted(() -> assertThat(neighbours
                            .running
                            .get("/appointments/" + appointment, token)
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("CANCELLED"));
        }
    }
}
