package org.throughcare.acceptance.fault;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Door;
import org.throughcare.acceptance.process.Fleet;

/** A site and the people who work there. */
final class Setup {

    private final Door participants;
    private final String administrator;
    private final String site = Ids.next();
    private final String partner = Ids.next();
    private boolean hasPartner;

    Setup(Fleet fleet, Book book) {
        participants = fleet.door("participant-service");
        String ada = Ids.next();
        // Her record is what makes her an administrator, so the first one is put there by an operator's hand.
        Operator operator = new Operator(fleet);
        operator.put(participants, "/staff/" + ada, person("GRANTEE_ADMINISTRATOR", List.of()));
        administrator = fleet.issuer().staff(Fleet.GRANTEE, ada);
        book.command(
                participants,
                administrator,
                new Book.Asked(
                        "site",
                        site,
                        "PUT",
                        "/sites/" + site,
                        Map.of(
                                "name", "Fault County",
                                "town", "Faultline",
                                "zone", CaseWorker.ZONE.getId(),
                                "programme", "LEAP",
                                "staffingModel", "TRANSITION",
                                "places",
                                        List.of(
                                                place("Fault County Jail AJC", "JAIL"),
                                                place("Faultline Job Center", "COMMUNITY")),
                                "active", true)));
    }

    String site() {
        return site;
    }

    String administrator() {
        return administrator;
    }

    void staff(Book book, String id, String role) {
        book.command(
                participants,
                administrator,
                new Book.Asked("staff-member", id, "PUT", "/staff/" + id, person(role, List.of(site))));
    }

    /** From now on some people are referred to a partner, which leaves what it is told in its queue. */
    void withPartner(Fleet fleet, Book book) {
        hasPartner = book.command(
                fleet.door("referral-service"),
                administrator,
                new Book.Asked(
                        "partner",
                        partner,
                        "PUT",
                        "/partners/" + partner,
                        Map.of("name", "Fault Housing", "kinds", List.of("HOUSING"), "delivery", "AMQP")));
    }

    boolean hasPartner() {
        return hasPartner;
    }

    String partner() {
        return partner;
    }

    Map<String, Object> release(String participant, LocalDate today) {
        return Map.of(
                "participant",
                participant,
                "recipient",
                partner,
                "recipientName",
                "Fault Housing",
                "purpose",
                "A place to live from the day of release",
                "kinds",
                List.of("IDENTITY", "HOUSING_NEED", "RELEASE_DATE"),
                "signedOn",
                today.toString(),
                "expiresOn",
                today.plusDays(365).toString(),
                "signature",
                Map.of("signedBy", "Fay Fault", "as", "PARTICIPANT", "manner", "ELECTRONICALLY"));
    }

    Map<String, Object> referral(String participant) {
        return Map.of(
                "participant",
                participant,
                "site",
                site,
                "partner",
                partner,
                "service",
                "Reentry home",
                "kind",
                "HOUSING",
                "origin",
                "CASE_MANAGER",
                "role",
                "A bed from the day of release",
                "background",
                List.of(Map.of("kind", "HOUSING_NEED", "text", "Has no address after release")),
                "kinds",
                List.of("IDENTITY", "HOUSING_NEED", "RELEASE_DATE"),
                "startsOnRelease",
                true);
    }

    private static Map<String, Object> place(String name, String setting) {
        return Map.of("id", Ids.next(), "name", name, "setting", setting);
    }

    private static Map<String, Object> person(String role, List<String> sites) {
        return Map.of(
                "name",
                "Sam Faultless",
                "role",
                role,
                "zone",
                CaseWorker.ZONE.getId(),
                "sites",
                sites,
                "settings",
                List.of("COMMUNITY", "VIRTUAL"),
                "contactCard",
                Map.of("phone", "+1-555-555-0100"));
    }
}
