package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** One person with two records, served under both, over HTTP and with the notes that prove it. */
@Tag("once")
class OneExitTest extends AtAPlace {

    private Answer post(String participant, String path, Object body) {
        Answer answer =
                place().running.post("/participants/" + participant + path, place().token(place().jailWorker), body);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    private JsonNode enrolment(String participant) {
        return place().running
                .get("/participants/" + participant + "/enrolment", place().token(place().supervisor))
                .json();
    }

    private String enrolled() {
        String participant = place().takenIn();
        post(participant, "/enrolment/eligibility", """
                {"programme":"LEAP","eligible":true,"grounds":"in custody"}""");
        post(participant, "/enrolment/programmes", """
                {"programme":"LEAP","fundSource":"LEAP_GRANT","grounds":"assessment, goals and barriers"}""");
        return participant;
    }

    private String served(String participant) {
        String service = id();
        post(participant, "/enrolment/services", """
                {"id":"%s","programme":"LEAP","code":"ASSESS","from":"%s"}""".formatted(service, place().today()));
        return service;
    }

    /** Its writer may not have heard of any merge. */
    private void signed(String under, String service, LocalDate on) {
        String note = id();
        place().running.hears("notes", "case-note", "note-signed", note, 2, under, place().site, """
                {"id":"%s","participant":"%s","kind":"SERVICE","counts":"CONTACT","occurredAt":"%s","service":"%s"}""".formatted(
                        note, under, on.atTime(12, 0).atZone(Place.ZONE).toInstant(), service));
    }

    private void ends(String participant, LocalDate on) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                enrolment(participant).path("exitProjectedOn").asString(""))
                        .isEqualTo(on.toString()));
    }

    private List<String> announced(String participant) {
        return place()
                .inScope(() -> Place.listOf(place().running
                        .bean(TenantDatabases.class)
                        .journal()
                        .getCollection("journal")
                        .find(new Document("aggregateId", participant).append("entry.aggregate", "enrolment"))
                        .sort(new Document("revision", 1))))
                .stream()
                .map(each -> Objects.requireNonNull(each.get("entry", Document.class))
                        .getString("event"))
                .toList();
    }

    @Test
    @DisplayName(
            "H8 Y5 Y11 N4 services under both ids move the one exit, also by a note that comes late; un-merged, each has its own again")
    void oneExit() {
        BusinessClock clock = place().running.bean(BusinessClock.class);
        LocalDate first = place().today();
        String survivor = enrolled();
        signed(survivor, served(survivor), first);
        ends(survivor, first.plusDays(90));
        clock.moveTo(clock.now().plus(Duration.ofDays(30)));
        LocalDate second = place().today();
        String alias = enrolled();
        String begun = served(alias);
        signed(alias, begun, second);
        ends(alias, second.plusDays(90));
        clock.moveTo(clock.now().plus(Duration.ofDays(20)));
        LocalDate third = place().today();
        String proven = served(alias);
        String asNoted = served(alias);

        post(alias, "/merge", Map.of("into", survivor));
        ends(survivor, second.plusDays(90));
        JsonNode last = enrolment(survivor).path("lastService");
        assertThat(last.path("id").asString()).isEqualTo(begun);
        assertThat(last.path("under").asString()).isEqualTo(alias);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode row = place().running
                    .get("/reports/exit-alert", place().token(place().supervisor))
                    .json()
                    .path("rows");
            assertThat(Place.listOf(row))
                    .filteredOn(each -> each.path("participant").asString().equals(survivor))
                    .extracting(each -> each.path("exitProjectedOn").asString())
                    .containsExactly(second.plusDays(90).toString());
        });

        signed(alias, proven, third);
        ends(survivor, third.plusDays(90));
        assertThat(enrolment(survivor).at("/lastService/id").asString()).isEqualTo(proven);
        signed(survivor, asNoted, third);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(enrolment(survivor)
                                .at("/underAliases/0/unevidenced")
                                .asInt(-1))
                        .as("a note under the survivor proves what it names under the alias")
                        .isZero());

        post(alias, "/unmerge", Map.of());
        ends(survivor, first.plusDays(90));
        ends(alias, third.plusDays(90));
        assertThat(enrolment(survivor).at("/lastService/under").isMissingNode()).isTrue();

        post(alias, "/merge", Map.of("into", survivor));
        ends(survivor, third.plusDays(90));
        clock.moveTo(first.plusDays(95).atStartOfDay(Place.ZONE).toInstant());
        post(alias, "/unmerge", Map.of());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(enrolment(survivor).at("/exit/on").asString(""))
                                .isEqualTo(first.toString()));
        assertThat(announced(survivor)).contains("services-counted-together", "exited");
        assertThat(announced(alias))
                .as("which rested, and lost nothing")
                .doesNotContain("services-counted-together", "exited", "exit-undone");
    }
}
