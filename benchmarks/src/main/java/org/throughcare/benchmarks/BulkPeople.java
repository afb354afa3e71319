package org.throughcare.benchmarks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;

/**
 * Fills the copies that reports read with people at many sites, by the driver, in batches: a third of them inside, the others
 * released, of whom a third have left the programme and are followed up. Documents have the shape and about the size of a real
 * person's after a year.
 */
final class BulkPeople {

    private static final int BATCH = 1_000;
    private static final int CASELOAD = 40;
    private static final String ZONE = "America/Chicago";

    private final MongoDatabase database;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<String, List<Document>> waiting = new LinkedHashMap<>();
    private final List<String> sites = new ArrayList<>();
    private long nanos;
    private int added;

    BulkPeople(MongoDatabase database) {
        this.database = database;
    }

    /** @return the ids of the sites */
    List<String> add(int people, int atSites) {
        long began = System.nanoTime();
        for (int i = 0; i < atSites; i++) {
            sites.add(site(i, people / atSites));
        }
        for (int i = 0; i < people; i++) {
            person(i);
        }
        waiting.forEach((collection, _) -> flush(collection));
        nanos = System.nanoTime() - began;
        return sites;
    }

    private String site(int number, int people) {
        String id = Grantee.id();
        copy(
                "copies_participant_site",
                id,
                id,
                Map.of(
                        "id",
                        id,
                        "name",
                        "Site " + number,
                        "zone",
                        ZONE,
                        "programme",
                        "LEAP",
                        "staffingModel",
                        "TRANSITION",
                        "active",
                        true));
        for (int i = 0; i <= people / CASELOAD; i++) {
            String worker = worker(number, i);
            copy(
                    "copies_participant_staff-member",
                    worker,
                    id,
                    Map.of(
                            "id",
                            worker,
                            "name",
                            "Worker " + number + "." + i,
                            "role",
                            "COMMUNITY_CASE_MANAGER",
                            "settings",
                            List.of("JAIL", "COMMUNITY"),
                            "sites",
                            List.of(id),
                            "active",
                            true,
                            "clearance",
                            Map.of(
                                    "state",
                                    "VALID",
                                    "validUntil",
                                    today.plusDays(400 + i).toString())));
        }
        return id;
    }

    private static String worker(int site, int number) {
        return String.format(Locale.ROOT, "01900000-0000-7000-8000-%04d%08d", site, number);
    }

    private void person(int number) {
        String id = Grantee.id();
        int at = number % sites.size();
        String site = sites.get(at);
        boolean inside = number % 3 == 0;
        boolean left = number % 3 == 2;
        LocalDate released = today.minusDays(30L + number % 330);
        copy(
                "copies_participant_participant",
                id,
                site,
                Map.of(
                        "id",
                        id,
                        "caseNumber",
                        String.format(Locale.ROOT, "B%07d", number),
                        "givenName",
                        "Given" + number % 977,
                        "familyName",
                        "Family" + number % 1_499,
                        "site",
                        site,
                        "active",
                        true));
        copy(
                "copies_participant_case",
                id,
                site,
                Map.of(
                        "participant",
                        id,
                        "site",
                        site,
                        "state",
                        left ? "CLOSED" : "OPEN",
                        "staffingModel",
                        number % 2 == 0 ? "TRANSITION" : "SAME_STAFF",
                        "primary",
                        worker(at, number / sites.size() / CASELOAD),
                        "introductions",
                        List.of(Map.of("kind", "IN_PERSON"), Map.of("kind", "VIDEO")),
                        "programmes",
                        List.of("LEAP")));
        Document custody = new Document("participant", id)
                .append("site", site)
                .append("population", inside ? "JAIL" : "RELEASED")
                .append("facility", "County Jail");
        if (inside) {
            custody.append("projectedRelease", today.plusDays(number % 400).toString());
        } else {
            custody.append(
                    "release",
                    new Document("id", Grantee.id())
                            .append("on", released.toString())
                            .append("kind", "PLANNED"));
        }
        copy("copies_participant_custody", id, site, custody);
        copy(
                "copies_participant_plan",
                id,
                site,
                Map.of(
                        "participant", id,
                        "site", site,
                        "reviewDueOn", today.plusDays(number % 90 - 10).toString()));
        copy("copies_participant_enrolment", id, site, enrolment(id, site, number, left));
        waiting.computeIfAbsent("report_contact_days", _ -> new ArrayList<>())
                .add(new Document("_id", id)
                        .append("days", days(released, 24))
                        .append(
                                "ways",
                                days(released, 24).stream()
                                        .map(day -> day + " IN_PERSON")
                                        .toList()));
        added++;
        waiting.forEach((collection, documents) -> {
            if (documents.size() >= BATCH) {
                flush(collection);
            }
        });
    }

    private Document enrolment(String id, String site, int number, boolean left) {
        LocalDate began = today.minusDays(150L + number % 200);
        LocalDate last = left ? today.minusDays(91L + number % 200) : today.minusDays(number % 85);
        List<Document> services = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            services.add(new Document("id", Grantee.id())
                    .append("programme", "LEAP")
                    .append("code", "JOB_SEARCH")
                    .append("name", "Staff-assisted job search")
                    .append("from", began.plusDays(i * 9L).toString())
                    .append("until", began.plusDays(i * 9L).toString())
                    .append("qualifying", true)
                    .append("level", "INTENSIVE")
                    .append("givenOn", List.of(began.plusDays(i * 9L).toString()))
                    .append("pirl", List.of("1104", "1110")));
        }
        List<Document> followUps = new ArrayList<>();
        for (int month = 3; left && month <= 12; month += 3) {
            followUps.add(new Document("id", Grantee.id())
                    .append("month", month)
                    .append("dueOn", last.plusMonths(month).toString()));
        }
        Document enrolment = new Document("participant", id)
                .append("site", site)
                .append("zone", ZONE)
                .append("state", left ? "EXITED" : "PARTICIPATING")
                .append("period", Grantee.id())
                .append("periodNumber", 1)
                .append(
                        "programmes",
                        List.of(new Document("id", Grantee.id())
                                .append("programme", "LEAP")
                                .append("fundSource", "WIOA_ADULT")
                                .append("from", began.toString())))
                .append("participationStart", began.toString())
                .append("services", services)
                .append(
                        "lastService",
                        new Document("id", services.getLast().get("id"))
                                .append("programme", "LEAP")
                                .append("code", "JOB_SEARCH")
                                .append("name", "Staff-assisted job search")
                                .append("on", last.toString())
                                .append("proven", true))
                .append("gaps", List.of())
                .append("unevidenced", 0)
                .append("placements", List.of())
                .append("followUps", followUps)
                .append("flags", List.of())
                .append("earlier", List.of());
        if (left) {
            enrolment.append(
                    "exit",
                    new Document("id", Grantee.id())
                            .append("on", last.toString())
                            .append("kind", "NO_SERVICE")
                            .append("decidedOn", last.plusDays(90).toString())
                            .append("positive", number % 2 == 0));
        } else {
            enrolment.append("exitProjectedOn", last.plusDays(90).toString());
        }
        return enrolment;
    }

    private static List<String> days(LocalDate from, int count) {
        List<String> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(from.plusDays(3L + i * 7L).toString());
        }
        return days;
    }

    private void copy(String collection, String id, String site, Map<String, ?> snapshot) {
        waiting.computeIfAbsent(collection, _ -> new ArrayList<>())
                .add(new Document("_id", id)
                        .append("revision", 1L)
                        .append("participant", id)
                        .append("site", site)
                        .append("snapshot", new Document(new LinkedHashMap<>(snapshot))));
    }

    private void flush(String collection) {
        List<Document> documents = waiting.getOrDefault(collection, List.of());
        if (!documents.isEmpty()) {
            database.getCollection(collection).insertMany(documents, new InsertManyOptions().ordered(false));
            documents.clear();
        }
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%,d people at %d sites, put into the copies by the driver in %.0f s.",
                added,
                sites.size(),
                nanos / 1e9);
    }
}
