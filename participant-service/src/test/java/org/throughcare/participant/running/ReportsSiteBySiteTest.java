package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Reports over several sites, written while they are read. */
class ReportsSiteBySiteTest extends AtAPlace {

    private static final String RELEASES = "/reports/upcoming-releases";

    /** Fills more than the container holds back before an answer's first bytes leave. */
    private static final int MANY = 200;

    private Answer asked(String path, String accept) {
        return place().asSystemReads(path, accept);
    }

    /** A site as it was heard of, with people who come out soon. */
    private String siteWith(String name, int people, @Nullable Object release) {
        String site = id();
        place().inScope(() -> {
            var database = place().running.bean(TenantDatabases.class).current();
            database.getCollection("copies_participant_site")
                    .insertOne(new Document("_id", site)
                            .append("revision", 1L)
                            .append(
                                    "snapshot",
                                    new Document("name", name)
                                            .append("zone", Place.ZONE.getId())
                                            .append("active", true)));
            List<Document> custodies = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                String person = id();
                custodies.add(new Document("_id", person)
                        .append("revision", 1L)
                        .append(
                                "snapshot",
                                new Document("participant", person)
                                        .append("site", site)
                                        .append("population", "NEAR_RELEASE")
                                        .append("release", release)
                                        .append(
                                                "projectedRelease",
                                                place().today().plusDays(7).toString())));
            }
            database.getCollection("copies_participant_custody").insertMany(custodies);
            return site;
        });
        return site;
    }

    private long forget(String site) {
        return place().inScope(() -> place().running
                .bean(TenantDatabases.class)
                .current()
                .getCollection("copies_participant_site")
                .deleteOne(new Document("_id", site))
                .getDeletedCount());
    }

    @Test
    @DisplayName("L23 a site has its reports from the moment it is open, whether the news of it was heard or not")
    void unheard() {
        String site = place().site("TRANSITION");
        await().atMost(SOON).until(() -> forget(site) == 1);
        Answer of = asked("/reports/without-case?site=" + site, "application/json");
        assertThat(of.status()).as(of.http().body()).isEqualTo(200);
        assertThat(of.json().path("rows").isEmpty()).isTrue();
        assertThat(asked("/reports/without-case?site=" + id(), "application/json")
                        .status())
                .as("no site at all")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("L23 who is enrolled and was never in custody is among a site's numbers, once")
    void neverHeld() {
        String site = siteWith("C, with a resident", 2, null);
        place().inScope(() -> {
            String resident = id();
            List<Object> none = List.of();
            place().running
                    .bean(TenantDatabases.class)
                    .current()
                    .getCollection("copies_participant_enrolment")
                    .insertOne(new Document("_id", resident)
                            .append("revision", 1L)
                            .append(
                                    "snapshot",
                                    new Document("participant", resident)
                                            .append("site", site)
                                            .append("zone", Place.ZONE.getId())
                                            .append("state", "PARTICIPATING")
                                            .append("period", "p-1")
                                            .append("periodNumber", 1L)
                                            .append("programmes", none)
                                            .append("services", none)
                                            .append("gaps", none)
                                            .append("unevidenced", 0L)
                                            .append("placements", none)
                                            .append("followUps", none)
                                            .append("flags", none)
                                            .append("earlier", none)));
            return resident;
        });
        JsonNode row = asked("/reports/performance?site=" + site, "application/json")
                .json()
                .path("rows")
                .path(0);
        assertThat(row.path("participants").asInt()).isEqualTo(3);
        assertThat(row.path("participating").asInt()).isEqualTo(1);
        forget(site);
    }

    @Test
    @DisplayName("L23 over all sites the rows come site by site, by the sites' names")
    void byName() {
        String second = siteWith("B, the second", 2, null);
        String first = siteWith("A, the first", MANY, null);
        List<String> sites = Place.listOf(
                        asked(RELEASES, "application/json").json().path("rows"))
                .stream()
                .map(row -> row.path("site").asString())
                .distinct()
                .toList();
        assertThat(sites).containsSubsequence("A, the first", "B, the second");
        forget(first);
        forget(second);
    }

    @Test
    @DisplayName(
            "L23 what cannot be read at a later site breaks the answer off, as JSON and as CSV: nobody takes a part for the whole")
    void brokenOff() {
        String good = siteWith("A", MANY, null);
        String unreadable = siteWith("Z", 1, "never written so");
        assertThat(asked(RELEASES + "?site=" + good, "application/json").status())
                .isEqualTo(200);
        Answer alone = asked(RELEASES + "?site=" + unreadable, "application/json");
        assertThat(alone.status()).isEqualTo(500);
        assertThat(alone.problem()).isEqualTo("internal");
        assertThat(alone.header("Content-Type")).startsWith("application/problem+json");
        for (String accept : List.of("application/json", "text/csv")) {
            assertThatThrownBy(() -> asked(RELEASES, accept)).hasRootCauseInstanceOf(IOException.class);
        }
        forget(unreadable);
        JsonNode whole = asked(RELEASES, "application/json").json();
        assertThat(whole.path("rows").size()).isEqualTo(MANY);
        assertThat(whole.path("report").asString()).isEqualTo("upcoming-releases");
        forget(good);
    }

    @Test
    @DisplayName("L23 what cannot be read is a problem as long as nothing has left, at whichever site it is")
    void problemWhileItCanBe() {
        String good = siteWith("A", 1, null);
        String unreadable = siteWith("Z", 1, "never written so");
        for (String accept : List.of("application/json", "text/csv")) {
            Answer answer = asked(RELEASES, accept);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.problem()).isEqualTo("internal");
            assertThat(answer.header("Content-Disposition")).isEmpty();
        }
        forget(unreadable);
        forget(good);
    }
}
