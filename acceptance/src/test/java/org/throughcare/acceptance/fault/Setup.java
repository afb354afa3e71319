package org.throughcare.acceptance.fault;

import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;

/** A site and the people who work there. */
final class Setup {

    private final ServiceProcess participants;
    private final String administrator;
    private final String site = Ids.next();

    Setup(Fleet fleet, Book book) {
        participants = fleet.process("participant-service");
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
