package org.throughcare.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Machine;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** The fictional grantee Three Rivers: its sites, its staff, its partner, and the clock of the demonstration. */
final class World {

    static final String GRANTEE = "three-rivers";
    static final String RIVERSIDE = "0190aaaa-0000-7000-8000-000000000201";

    static final String ADA = staffId(1);
    static final String JIA = staffId(2);
    static final String CAL = staffId(3);
    static final String SOL = staffId(4);
    static final String MO = staffId(5);
    static final String JUNO = staffId(6);
    static final String CLEO = staffId(7);
    static final String OTTO = "0190aaaa-0000-7000-8000-000000000101";

    /**
     * A site with its two places and the virtual one.
     */
    record SiteSpec(String id, String name, String town, String zone, String model) {
        String jail() {
            return place(1);
        }

        String community() {
            return place(2);
        }

        String virtual() {
            return place(3);
        }

        ZoneId zoneId() {
            return ZoneId.of(zone);
        }

        private String place(int number) {
            return id.substring(0, id.length() - 2) + "1" + number;
        }
    }

    static final SiteSpec ALDER = new SiteSpec(
            "0190cccc-0000-7000-8000-000000000100", "Alder County", "Millbrook", "America/Chicago", "TRANSITION");
    static final SiteSpec BIRCH = new SiteSpec(
            "0190cccc-0000-7000-8000-000000000200", "Birch County", "Stonefield", "America/Denver", "SAME_STAFF");
    static final SiteSpec CEDAR = new SiteSpec(
            "0190cccc-0000-7000-8000-000000000300", "Cedar County", "Harborton", "America/New_York", "MIXED");
    static final List<SiteSpec> SITES = List.of(ALDER, BIRCH, CEDAR);

    private static final int LATE = 504;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Access access;
    private final Map<String, Person> people = new HashMap<>();

    private @Nullable Machine partner;

    World(Access access) {
        this.access = access;
    }

    Access access() {
        return access;
    }

    /** Signs in once, by the same form as everybody; the password is the name after the dot and {@code -demo}. */
    Person as(String username) {
        return people.computeIfAbsent(
                username,
                name -> Person.signIn(access.gateway(), name, name.substring(name.indexOf('.') + 1) + "-demo"));
    }

    Person jia() {
        return as("jail.jia");
    }

    Person cal() {
        return as("community.cal");
    }

    Person ada() {
        return as("admin.ada");
    }

    /** Riverside Housing's own program. */
    Machine partner() {
        Machine known = partner;
        if (known == null) {
            known = Machine.partner(access);
            partner = known;
        }
        return known;
    }

    /** The business clock. */
    Instant now() {
        return Instant.parse(ada().get("/demo/clock").ok().text("now"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ALDER.zoneId());
    }

    /**
     * Moves the business clock on to a time of day, through every deadline and midnight between. Where it is to go is said, not
     * how far: on a busy machine, where a step takes longer than a request may, it is asked again and goes on from where it is.
     */
    JsonNode moveTo(LocalDate day, LocalTime at) {
        String to = day.atTime(at).atZone(ALDER.zoneId()).toInstant().toString();
        Answer moved = ada().post("/demo/clock", Map.of("to", to));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (moved.status() == LATE && System.nanoTime() < until) {
            moved = ada().post("/demo/clock", Map.of("to", to));
        }
        return moved.ok().json();
    }

    private static String staffId(int number) {
        return "0190aaaa-0000-7000-8000-00000000000" + number;
    }
}
