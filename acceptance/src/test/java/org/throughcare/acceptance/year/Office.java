package org.throughcare.acceptance.year;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Bearer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;

/** A grantee and its administrator, who opens sites, each with a case manager and a supervisor. */
final class Office {

    private static final String PARTICIPANTS = "participant-service";

    private final Fleet fleet;
    private final Bearer operator;
    private final Bearer administrator;

    Office(Fleet fleet) {
        this.fleet = fleet;
        operator = new Bearer(fleet.door(PARTICIPANTS).uri(), fleet.issuer().system(), Fleet.GRANTEE);
        String ada = Ids.next();
        operator.put("/staff/" + ada, person("Ada Yearling", "GRANTEE_ADMINISTRATOR", List.of()))
                .ok();
        administrator = as(ada, PARTICIPANTS);
    }

    /** Opens the year's site, with people who work there. */
    CaseWork site(Year year, CaseWork.Pace pace) {
        String site = Ids.next();
        String name = year.site;
        administrator
                .put(
                        "/sites/" + site,
                        Map.of(
                                "name",
                                name,
                                "town",
                                name,
                                "zone",
                                year.zone.getId(),
                                "programme",
                                year.programme,
                                "staffingModel",
                                "SAME_STAFF",
                                "places",
                                List.of(
                                        Map.of("id", Ids.next(), "name", name + " Jail", "setting", "JAIL"),
                                        Map.of("id", Ids.next(), "name", name + " Center", "setting", "COMMUNITY")),
                                "active",
                                true))
                .ok();
        String manager = joins("Cal Yearling", "COMMUNITY_CASE_MANAGER", site, year.zone);
        String supervisor = joins("Sol Yearling", "SUPERVISOR", site, year.zone);
        return new CaseWork(
                year,
                site,
                new CaseWork.Doors(
                        as(manager, PARTICIPANTS),
                        as(manager, "notes-service"),
                        as(manager, "scheduling-service"),
                        as(supervisor, PARTICIPANTS),
                        operator),
                pace);
    }

    private String joins(String name, String role, String site, ZoneId zone) {
        String id = Ids.next();
        administrator
                .put("/staff/" + id, person(name, role, List.of(site), zone))
                .ok();
        return id;
    }

    private Bearer as(String staff, String service) {
        return new Bearer(fleet.door(service).uri(), fleet.issuer().staff(Fleet.GRANTEE, staff), null);
    }

    private static Map<String, Object> person(String name, String role, List<String> sites) {
        return person(name, role, sites, ZoneId.of("America/Chicago"));
    }

    private static Map<String, Object> person(String name, String role, List<String> sites, ZoneId zone) {
        return Map.of(
                "name",
                name,
                "role",
                role,
                "zone",
                zone.getId(),
                "sites",
                sites,
                "settings",
                List.of("COMMUNITY", "VIRTUAL"),
                "contactCard",
                Map.of("phone", "+1-555-555-0100"));
    }
}
