package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.running.Place.done;
import static org.throughcare.participant.running.Place.id;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;

/** To whom a person is open whose records belong to several sites. */
@Tag("once")
class MergedAccessTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    private String workerAt(String site) {
        return place().token(place().worker("COMMUNITY_CASE_MANAGER", "COMMUNITY", site));
    }

    private String takenIn(String by, String site) {
        String participant = id();
        done(place().running
                .put("/participants/" + participant, by, Map.of("identity", place().somebody(), "site", site)));
        return participant;
    }

    private String withCase(String by, String site) {
        String participant = takenIn(by, site);
        done(place().running.put("/participants/" + participant + "/case", by, Map.of()));
        return participant;
    }

    @Test
    @DisplayName(
            "H8 a right to the survivor's case opens what is under its alias, a right to the alias opens no survivor, and no right opens neither")
    void access() {
        String there = place().site("SAME_STAFF");
        String elsewhere = place().site("SAME_STAFF");
        String theirs = workerAt(there);
        String nobodys = workerAt(elsewhere);
        String survivor = place().withCase("");
        String alias = withCase(theirs, there);
        String own = "/participants/" + alias + "/case?own=true";
        assertThat(place().running.get(own, jail()).status()).isEqualTo(403);
        done(place().asSystem("POST", "/participants/" + alias + "/merge", Map.of("into", survivor)));

        assertThat(place().running.get(own, jail()).status()).isEqualTo(200);
        assertThat(place().running
                        .get("/participants/" + survivor + "/case", jail())
                        .json()
                        .path("underAliases")
                        .size())
                .isEqualTo(1);
        Answer closedToAll = place().running
                .post(
                        "/participants/" + alias + "/case/contact-card",
                        jail(),
                        Map.of("on", place().today().toString()));
        assertThat(closedToAll.status()).isEqualTo(409);
        assertThat(closedToAll.json().path("rule").asString()).isEqualTo("H8");
        assertThat(closedToAll.json().path("detail").asString()).contains(survivor);
        assertThat(place().running.get(own, theirs).status()).isEqualTo(200);
        for (String token : List.of(theirs, nobodys)) {
            for (String path : List.of(
                    "", "/case", "/enrolment", "/plan", "/assessment", "/assistance", "/consents", "/duplicates")) {
                assertThat(place().running
                                .get("/participants/" + survivor + path, token)
                                .status())
                        .as(path)
                        .isEqualTo(403);
                assertThat(place().running
                                .get("/participants/" + alias + path, token)
                                .status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        Answer closed = place().running.post("/participants/" + alias + "/case/closure", nobodys, Map.of());
        assertThat(closed.status()).as("nor that it is an alias").isEqualTo(403);
        assertThat(closed.http().body()).doesNotContain(survivor);
        assertThat(place().running.get(own, nobodys).status()).isEqualTo(403);

        done(place().asSystem("POST", "/participants/" + alias + "/unmerge", Map.of()));
        assertThat(place().running.get(own, jail()).status()).isEqualTo(403);
        assertThat(place().running
                        .get("/participants/" + alias + "/case", theirs)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "H8 where the record that stands for the person has no case its alias's counts; who took that record in reads it, and nothing of the alias's")
    void survivorWithoutCase() {
        String there = place().site("SAME_STAFF");
        String desk = place().site("SAME_STAFF");
        String theirs = workerAt(there);
        String atTheDesk = workerAt(desk);
        String survivor = takenIn(atTheDesk, desk);
        String alias = withCase(theirs, there);
        assertThat(status("/participants/" + survivor, theirs)).isEqualTo(403);
        done(place().asSystem("POST", "/participants/" + alias + "/merge", Map.of("into", survivor)));

        for (String either : List.of(survivor, alias)) {
            assertThat(status("/participants/" + either, theirs)).isEqualTo(200);
            assertThat(status("/participants/" + either + "/case", theirs)).isEqualTo(200);
            assertThat(numbers(either, theirs)).isEqualTo(2);
        }
        assertThat(status("/participants/" + survivor, atTheDesk)).isEqualTo(200);
        assertThat(numbers(survivor, atTheDesk)).isEqualTo(1);
        assertThat(status("/participants/" + survivor + "/case", atTheDesk))
                .as("none that is theirs")
                .isEqualTo(404);
        for (String path : List.of("", "/case", "/case?own=true", "/identifiers", "/consents", "/plan")) {
            assertThat(status("/participants/" + alias + path, atTheDesk))
                    .as(path)
                    .isEqualTo(403);
        }

        done(place().asSystem("POST", "/participants/" + alias + "/unmerge", Map.of()));
        assertThat(status("/participants/" + survivor, theirs)).isEqualTo(403);
        assertThat(status("/participants/" + alias, theirs)).isEqualTo(200);
        assertThat(numbers(survivor, atTheDesk)).isEqualTo(1);
    }

    private int numbers(String participant, String token) {
        Answer open = place().running.get("/participants/" + participant + "/identifiers", token);
        done(open);
        return open.json().path("identifiers").size();
    }

    private int status(String path, String token) {
        return place().running.get(path, token).status();
    }
}
