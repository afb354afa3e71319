package org.throughcare.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.note.Notes.AUTHOR;
import static org.throughcare.notes.note.Notes.FULL;
import static org.throughcare.notes.note.Notes.NOW;
import static org.throughcare.notes.note.Notes.OCCURRED;
import static org.throughcare.notes.note.Notes.PARTICIPANT;
import static org.throughcare.notes.note.Notes.SEAL;
import static org.throughcare.notes.note.Notes.accepted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** What the housing programme's case can hold, each with its note, under the terms that ship with that programme. */
class ActivitiesOfACaseTest {

    private static final Path CATALOGUE =
            Path.of("../participant-service/src/main/resources/enrolment/catalogues/hud-choice.json");

    private final SigningTerms terms =
            (participant, occurred) -> new SigningTerms.Terms(ZoneId.of("America/Chicago"), List.of(housing()));

    private static ContactRule housing() {
        for (ContactTerms each : Json.mapper()
                .readValue(
                        Objects.requireNonNull(
                                ActivitiesOfACaseTest.class.getResourceAsStream("/notes/contact-terms.json")),
                        ContactTerms[].class)) {
            if (each.programme().equals("HUD_CHOICE")) {
                return new ContactRule(each.programme(), each.version(), each.methods(), each.attemptOnly());
            }
        }
        throw new AssertionError("no terms for HUD_CHOICE");
    }

    private static List<String> catalogue() throws Exception {
        JsonNode services =
                Json.mapper().readTree(Files.readString(CATALOGUE)).get(0).path("services");
        return StreamSupport.stream(services.spliterator(), false)
                .map(each -> each.path("code").asString())
                .toList();
    }

    private Decision<CaseNote> sign(NoteKind kind, Method method, @Nullable String service) {
        Heading heading = new Heading(kind, method, OCCURRED, null, service, List.of(), false, null, NOW, null);
        String id = kind + "-" + service;
        return new CaseNote.Draft(id, PARTICIPANT, AUTHOR, heading, SEAL.seal(id, new Content(FULL, "salt")))
                .sign(AUTHOR, SEAL, terms, NOW);
    }

    private CaseNoteSnapshot announced(NoteKind kind, Method method, @Nullable String service) {
        return Objects.requireNonNull(CaseNoteSnapshot.of(accepted(sign(kind, method, service))));
    }

    @Test
    @DisplayName(
            "H10 each activity, stabilisation service and supportive service is signed for and announced by its code")
    void each() throws Exception {
        assertThat(catalogue()).contains("ORI", "REFER", "ATTRITION", "CRISIS", "DETOX", "TRANSPORT");
        assertThat(catalogue())
                .allSatisfy(code -> assertThat(announced(NoteKind.SERVICE, Method.IN_PERSON, code)
                                .service())
                        .isEqualTo(code));
        assertThat(sign(NoteKind.SERVICE, Method.IN_PERSON, null)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName(
            "H10 H3 a home visit is contact face to face in this programme, whatever was given at it; a work visit is not")
    void homeVisit() {
        assertThat(announced(NoteKind.SERVICE, Method.HOME_VISIT, "HOME").counts())
                .isEqualTo(Counts.CONTACT);
        assertThat(announced(NoteKind.SERVICE, Method.HOME_VISIT, "FOOD").counts())
                .isEqualTo(Counts.CONTACT);
        assertThat(announced(NoteKind.SERVICE, Method.WORK_VISIT, "FOOD").counts())
                .isEqualTo(Counts.NEITHER);
    }

    @Test
    @DisplayName(
            "H10 coordination and advocacy with others, and following up on attrition, are noted and no contact is made of them")
    void withoutTheParticipant() {
        for (String code : List.of("COORD", "REFER")) {
            CaseNoteSnapshot note = announced(NoteKind.FILE_NOTE, Method.PHONE, code);
            assertThat(note.service()).isEqualTo(code);
            assertThat(note.counts()).isEqualTo(Counts.NEITHER);
        }
        assertThat(announced(NoteKind.ATTEMPT, Method.HOME_VISIT, "ATTRITION").counts())
                .isEqualTo(Counts.ATTEMPT);
    }
}
