package org.throughcare.acceptance.journey;

import java.time.LocalDate;
import org.throughcare.acceptance.client.Ids;

/** The person carried across, and what the journey has to remember. */
final class Carried {

    final String id = Ids.next();
    final String path = "/api/participant/participants/" + id;
    final String service = Ids.next();
    final String goal = Ids.next();
    final String consent = Ids.next();
    final String referral = Ids.next();
    final String release = Ids.next();
    final String jailAppointment = Ids.next();
    final String laterJailAppointment = Ids.next();
    String stableContact = "";
    LocalDate releasedOn = LocalDate.MIN;
    LocalDate lastService = LocalDate.MIN;
    LocalDate exitOn = LocalDate.MIN;
}
