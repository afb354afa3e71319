package org.throughcare.acceptance.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Machine;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.client.Person;

/** Sets the fictional grantee up, through the gateway as its people would: three sites, staff, a partner, participants. Repeatable. */
public final class FirstUse {

    private static final int PARTICIPANTS = 36;
    private static final long SEED = 20_261_123;

    private final World world;
    private final PrintStream out;
    private final LocalDate today;

    public FirstUse(Access access, PrintStream out) {
        this(new World(access), out);
    }

    /** @param today what the made-up people's dates are counted from, at the sites */
    public FirstUse(Access access, PrintStream out, LocalDate today) {
        this(new World(access), out, today);
    }

    FirstUse(World world, PrintStream out) {
        this(world, out, LocalDate.now(World.ALDER.zoneId()));
    }

    private FirstUse(World world, PrintStream out, LocalDate today) {
        this.world = world;
        this.out = out;
        this.today = today;
    }

    /** @return whether all of it went well */
    public boolean prepare() {
        long began = System.nanoTime();
        try {
            out.println("Setting up the fictional grantee Three Rivers …");
            administrators();
            Person ada = world.ada();
            World.SITES.forEach(site -> open(ada, site));
            staff(ada);
            partner(ada);
            List<MadeUpPeople.MadeUp> people = new MadeUpPeople(SEED, today).some(PARTICIPANTS);
            int done = 0;
            for (MadeUpPeople.MadeUp each : people) {
                takeIn(each);
                if (++done % 12 == 0) {
                    out.printf("     %d of %d participants are there%n", done, people.size());
                }
            }
            out.printf(
                    "   ✓ three sites, seven staff, one partner, %d participants of three populations  [%.1f s]%n",
                    people.size(), (System.nanoTime() - began) / 1e9);
            return true;
        } catch (NotAsExpected reason) {
            out.println("   ✗ " + reason.getMessage());
            return false;
        }
    }

    /** The operator's part: each grantee's first administrator. Everything after it is done by people of the grantee. */
    private void administrators() {
        Machine.operator(world.access(), World.GRANTEE)
                .put(
                        "/api/participant/staff/" + World.ADA,
                        staffMember("Ada Okafor", "GRANTEE_ADMINISTRATOR", List.of(), List.of("COMMUNITY")))
                .ok();
        Machine.operator(world.access(), "lake-county")
                .put(
                        "/api/participant/staff/" + World.OTTO,
                        staffMember("Otto Brandt", "GRANTEE_ADMINISTRATOR", List.of(), List.of("COMMUNITY")))
                .ok();
    }

    private static void open(Person ada, World.SiteSpec site) {
        ada.put(
                        "/api/participant/sites/" + site.id(),
                        Map.of(
                                "name",
                                site.name(),
                                "town",
                                site.town(),
                                "zone",
                                site.zone(),
                                "programme",
                                "LEAP",
                                "staffingModel",
                                site.model(),
                                "places",
                                List.of(
                                        place(site.jail(), site.name() + " Jail AJC", "JAIL"),
                                        place(site.community(), site.town() + " Job Center", "COMMUNITY"),
                                        place(site.virtual(), "Video room", "VIRTUAL")),
                                "active",
                                true))
                .ok();
    }

    private static Map<String, Object> place(String id, String name, String setting) {
        return Map.of("id", id, "name", name, "setting", setting);
    }

    private static void staff(Person ada) {
        String alder = World.ALDER.id();
        String birch = World.BIRCH.id();
        String cedar = World.CEDAR.id();
        join(ada, World.JIA, "Jia Lindqvist", "JAIL_CASE_MANAGER", List.of(alder), List.of("JAIL", "VIRTUAL"), true);
        join(
                ada,
                World.CAL,
                "Cal Moreno",
                "COMMUNITY_CASE_MANAGER",
                List.of(alder),
                List.of("COMMUNITY", "VIRTUAL"),
                false);
        join(ada, World.SOL, "Sol Haddad", "SUPERVISOR", List.of(alder, birch, cedar), List.of("COMMUNITY"), true);
        join(ada, World.MO, "Mo Petersen", "MONITOR", List.of(alder, birch, cedar), List.of("COMMUNITY"), false);
        join(ada, World.JUNO, "Juno Abara", "JAIL_CASE_MANAGER", List.of(birch), List.of("JAIL", "COMMUNITY"), true);
        join(
                ada,
                World.CLEO,
                "Cleo Vance",
                "COMMUNITY_CASE_MANAGER",
                List.of(cedar),
                List.of("JAIL", "COMMUNITY"),
                true);
    }

    private static void join(
            Person ada,
            String id,
            String name,
            String role,
            List<String> sites,
            List<String> settings,
            boolean cleared) {
        ada.put("/api/participant/staff/" + id, staffMember(name, role, sites, settings))
                .ok();
        if (cleared) {
            ada.post(
                            "/api/participant/staff/" + id + "/clearance",
                            Map.of("state", "VALID", "validUntil", "2029-12-31"),
                            "clearance-" + id)
                    .ok();
        }
    }

    private static Map<String, Object> staffMember(
            String name, String role, List<String> sites, List<String> settings) {
        return Map.of(
                "name",
                name,
                "role",
                role,
                "zone",
                "America/Chicago",
                "sites",
                sites,
                "settings",
                settings,
                "contactCard",
                Map.of(
                        "phone",
                        "+1-555-555-0100",
                        "email",
                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org",
                        "office",
                        "Room 2"));
    }

    private static void partner(Person ada) {
        ada.put(
                        "/api/referral/partners/" + World.RIVERSIDE,
                        Map.of("name", "Riverside Housing", "kinds", List.of("HOUSING"), "delivery", "AMQP"))
                .ok();
        try (InputStream in = FirstUse.class.getResourceAsStream("/directory/three-rivers-hsds.json")) {
            if (in == null) {
                throw new NotAsExpected("the made-up directory is missing");
            }
            ada.post(
                            "/api/referral/directory/imports",
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            "directory-1")
                    .ok();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void takeIn(MadeUpPeople.MadeUp one) {
        String worker = worker(one);
        Person staff = world.as(worker);
        String at = "/api/participant/participants/" + one.id();
        // What an earlier start did stays: its dates were counted from another day.
        if (staff.get(at + "/case").status() == 200 && (one.released() == null || isReleased(staff, at))) {
            return;
        }
        if (staff.get(at).status() != 200) {
            staff.put(at, intake(one)).ok();
            contacts(staff, one);
        }
        if (staff.get(at + "/custody").status() != 200) {
            custody(staff, one);
            for (LocalDate each : one.moves()) {
                staff.post(
                                at + "/custody/projected-release",
                                Map.of("date", each.toString(), "source", "JAIL_RECORDS"),
                                "moved-" + one.id() + "-" + each)
                        .ok();
            }
        }
        if (staff.get(at + "/case").status() != 200) {
            staff.put(at + "/case", Map.of("programmes", List.of("LEAP"), "setting", "JAIL"))
                    .ok();
        }
        if (one.released() != null && !isReleased(staff, at)) {
            staff.post(
                            at + "/custody/releases",
                            Map.of(
                                    "id",
                                    one.id().replace("0190dddd", "0190eeee"),
                                    "on",
                                    one.released().toString(),
                                    "kind",
                                    one.announced() ? "PLANNED" : "UNPLANNED"),
                            "release-" + one.id())
                    .ok();
        }
    }

    private static boolean isReleased(Person staff, String at) {
        return !staff.get(at + "/custody").ok().json().path("releases").isEmpty();
    }

    private static String worker(MadeUpPeople.MadeUp one) {
        return one.site() == World.ALDER ? "jail.jia" : one.site() == World.BIRCH ? "jail.juno" : "community.cleo";
    }

    static Map<String, Object> intake(MadeUpPeople.MadeUp one) {
        return Map.of("identity", identity(one), "site", one.site().id());
    }

    static Map<String, Object> identity(MadeUpPeople.MadeUp one) {
        return Map.of(
                "givenName",
                one.given(),
                "familyName",
                one.family(),
                "language",
                "en",
                "dateOfBirth",
                one.born().toString(),
                "identifiers",
                List.of(Map.of("kind", "INMATE_NUMBER", "issuer", one.site().name(), "value", one.inmateNumber())),
                "priority",
                one.veteran() ? List.of("VETERAN") : List.of());
    }

    static void contacts(Person staff, MadeUpPeople.MadeUp one) {
        List<Map<String, Object>> contacts = new ArrayList<>();
        contacts.add(Map.of(
                "id",
                derived(one, "1"),
                "kind",
                "PHONE",
                "value",
                one.phone(),
                "owner",
                "SELF",
                "stable",
                false,
                "mayBeCalled",
                true,
                "rank",
                1));
        contacts.add(Map.of(
                "id",
                derived(one, "2"),
                "kind",
                "PHONE",
                "value",
                one.relativePhone(),
                "owner",
                "PERSON",
                "personName",
                one.relativeName(),
                "relationship",
                one.relationship(),
                "stable",
                true,
                "mayBeCalled",
                true,
                "rank",
                2));
        contacts.add(Map.of(
                "id",
                derived(one, "3"),
                "kind",
                "ADDRESS",
                "value",
                one.address(),
                "owner",
                "SELF",
                "stable",
                false,
                "mayBeCalled",
                false,
                "rank",
                3));
        String at = "/api/participant/participants/" + one.id();
        String seen = staff.get(at).ok().etag();
        staff.put(at + "/contact-plan", Map.of("contacts", contacts, "busy", List.of()), seen)
                .ok();
    }

    private static String derived(MadeUpPeople.MadeUp one, String suffix) {
        return one.id().substring(0, 14) + "7" + suffix + one.id().substring(16);
    }

    static void custody(Person staff, MadeUpPeople.MadeUp one) {
        Map<String, Object> custody = new java.util.HashMap<>(Map.of(
                "facility",
                one.site().name() + " Jail",
                "since",
                one.custodySince().toString(),
                "source",
                "JAIL_RECORDS"));
        if (one.projected() != null) {
            custody.put("projectedRelease", one.projected().toString());
        }
        staff.put("/api/participant/participants/" + one.id() + "/custody", custody)
                .ok();
    }

    /** A fresh id for something that happens in the journey. */
    static String fresh() {
        return Ids.next();
    }
}
