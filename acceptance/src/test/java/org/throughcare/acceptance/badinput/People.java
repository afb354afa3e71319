package org.throughcare.acceptance.badinput;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import tools.jackson.databind.json.JsonMapper;

/** Who asks, and the little that exists for them to ask about. */
final class People {

    private static final String FAMILY = "Fixturesson";
    private static final String SITE_NAME = "Fixture County";

    private final Fleet fleet;
    private final String administrator = Ids.next();
    private final String otherAdministrator = Ids.next();
    private final String site = Ids.next();
    private final String participant = Ids.next();
    private final String note = Ids.next();

    People(Fleet fleet) {
        this.fleet = fleet;
        String at = fleet.process("participant-service").uri();
        put(at + "/staff/" + administrator, operator(), Fleet.GRANTEE, staff("Ada Fixture"));
        put(at + "/staff/" + otherAdministrator, operator(), Fleet.OTHER_GRANTEE, staff("Otto Lind"));
        String ada = fleet.issuer().staff(Fleet.GRANTEE, administrator);
        put(
                at + "/sites/" + site,
                ada,
                Fleet.GRANTEE,
                Map.of(
                        "name", SITE_NAME,
                        "town", "Fixtureville",
                        "zone", "America/Chicago",
                        "programme", "LEAP",
                        "staffingModel", "SAME_STAFF",
                        "places", List.of(Map.of("id", Ids.next(), "name", "Room", "setting", "COMMUNITY")),
                        "active", true));
        put(
                at + "/participants/" + participant,
                ada,
                Fleet.GRANTEE,
                Map.of(
                        "identity",
                        Map.of(
                                "givenName", "Fay",
                                "familyName", FAMILY,
                                "language", "en",
                                "dateOfBirth", "1990-05-17"),
                        "site",
                        site));
        put(
                at + "/participants/" + participant + "/custody",
                ada,
                Fleet.GRANTEE,
                Map.of(
                        "facility",
                        SITE_NAME + " Jail",
                        "since",
                        LocalDate.now(ZoneOffset.UTC).minusDays(30).toString(),
                        "source",
                        "JAIL_RECORDS"));
        put(
                fleet.process("notes-service").uri() + "/notes/" + note,
                ada,
                Fleet.GRANTEE,
                Map.of("participant", participant, "kind", "MEETING", "text", Map.of("discussion", FAMILY)));
    }

    private static Map<String, Object> staff(String name) {
        return Map.of(
                "name",
                name,
                "role",
                "GRANTEE_ADMINISTRATOR",
                "zone",
                "America/Chicago",
                "sites",
                List.of(),
                "settings",
                List.of("COMMUNITY"),
                "contactCard",
                Map.of("phone", "+1-555-555-0100"));
    }

    private static void put(String address, String token, String grantee, Object body) {
        Said said = new Asking("PUT", address)
                .token(token)
                .with("Throughcare-Grantee", grantee)
                .json(JsonMapper.shared().writeValueAsString(body))
                .saidInTheEnd();
        if (said.status() / 100 != 2) {
            throw new IllegalStateException(address + " answered " + said.inShort());
        }
    }

    private String operator() {
        return fleet.issuer().system();
    }

    /** Somebody who may ask nearly everything. */
    String token() {
        return fleet.issuer().staff(Fleet.GRANTEE, administrator);
    }

    String otherGranteesToken() {
        return fleet.issuer().staff(Fleet.OTHER_GRANTEE, otherAdministrator);
    }

    String strangerToken() {
        return fleet.issuer().staff("nowhere", administrator);
    }

    boolean nothingOfOurs(String answer) {
        return namesNobody(answer) && !answer.contains(note);
    }

    /** As {@link #nothingOfOurs}, of a refusal, which may repeat the id that it was asked for. */
    boolean namesNobody(String answer) {
        return !answer.contains(FAMILY) && !answer.contains(SITE_NAME) && !answer.contains("Ada Fixture");
    }

    /** An id that exists where there is one, so that "absent" is not the reason for the answer. */
    String idFor(String path, String parameter, String otherwise) {
        boolean first = path.indexOf("{" + parameter + "}") == path.indexOf('{');
        if (!first) {
            return otherwise;
        }
        if (path.startsWith("/participants/")) {
            return participant;
        }
        if (path.startsWith("/sites/")) {
            return site;
        }
        if (path.startsWith("/staff/") || path.startsWith("/workers/")) {
            return administrator;
        }
        return path.startsWith("/notes/") ? note : otherwise;
    }
}
