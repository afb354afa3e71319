package org.throughcare.scheduling.booking.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.backup.AfterRestore;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentEvent;
import org.throughcare.scheduling.booking.AppointmentSnapshot;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Claims;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.known.Known;

@Configuration(proxyBeanMethods = false)
class BookingParts {

    static final AggregateType<Appointment> TYPE = AggregateType.named(
                    "appointment", Appointment.class, AppointmentEvent.class)
            .announcing(AppointmentSnapshot.class, AppointmentSnapshot::announced)
            .aboutParticipant(Appointment::participant)
            .atSite(a -> a.when().site())
            .withDeadline(Appointment::heldUntil, Appointment::visit)
            .indexed("participant", "when.start")
            .indexed("when.worker", "when.start")
            .indexed("movingTo.worker", "movingTo.start")
            .build();

    @Bean
    Aggregates<Appointment> appointments(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Diary diary(Aggregates<Appointment> appointments, PersonIds persons) {
        return new MongoDiary((AggregateStore<Appointment>) appointments, persons);
    }

    @Bean
    Claims claims(TenantDatabases databases) {
        return new MongoClaims(databases::current);
    }

    @Bean
    GranteeDatabasePreparation claimsAfterARestore() {
        return new AfterRestore("claims", ClaimsMadeAnew::on);
    }

    @Bean
    PlanningRules planningRules(Known known, Diary diary) {
        return new PlanningRules(known, diary);
    }

    @Bean
    BookingAnAppointment bookingAnAppointment(
            Aggregates<Appointment> appointments,
            Diary diary,
            Claims claims,
            PlanningRules rules,
            BusinessClock clock) {
        return new BookingAnAppointment(appointments, diary, claims, rules, clock::now);
    }

    @Bean
    MovingAnAppointment movingAnAppointment(
            Aggregates<Appointment> appointments, Claims claims, PlanningRules rules, BusinessClock clock) {
        return new MovingAnAppointment(appointments, claims, rules, clock::now);
    }

    @Bean
    CancellingAnAppointment cancellingAnAppointment(
            Aggregates<Appointment> appointments, Claims claims, BusinessClock clock) {
        return new CancellingAnAppointment(appointments, claims, clock::now);
    }

    @Bean
    RecordingAttendance recordingAttendance(Aggregates<Appointment> appointments, BusinessClock clock) {
        return new RecordingAttendance(appointments, clock::now);
    }
}
