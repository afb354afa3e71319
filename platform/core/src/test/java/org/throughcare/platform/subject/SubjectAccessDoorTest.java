package org.throughcare.platform.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

@DisplayName("All that is held about one person is handed out at one door")
class SubjectAccessDoorTest {

    private static final UUID PERSON = UUID.randomUUID();

    private final List<String> done = new ArrayList<>();
    private boolean caseIsOpen = true;
    private boolean auditIsThere = true;

    private final CaseAccess access = new CaseAccess() {
        @Override
        public void requireRead(Caller caller, String participant) {
            if (!caseIsOpen) {
                throw ProblemException.forbidden("not open");
            }
        }

        @Override
        public void requireWrite(Caller caller, String participant) {
            throw new AssertionError("nothing is written");
        }
    };

    private final ReadAudit audit = new ReadAudit() {
        @Override
        public void read(Caller caller, String participant, String what) {
            throw new AssertionError("within a second is too late");
        }

        @Override
        public void readNow(Caller caller, Collection<String> participants, String what, String reason) {
            if (!auditIsThere) {
                throw new IllegalStateException("away");
            }
            done.add("on record " + participants + ": " + reason);
        }

        @Override
        public void refused(Caller caller, String participant, String what) {
            done.add("refused " + participant);
        }
    };

    private final SubjectAccessDoor door = new SubjectAccessDoor("notes", access, audit);

    private ResponseEntity<Object> ask(Role role, @Nullable String reason) {
        return ask(role, reason, List.of(PERSON.toString(), "other-id"));
    }

    private ResponseEntity<Object> ask(Role role, @Nullable String reason, List<String> ids) {
        return door.hand(new Caller("three-rivers", role, "ana", "Ana", Set.of()), PERSON, reason, asked -> ids, of -> {
            done.add("gathered " + of);
            return "everything";
        });
    }

    @Test
    @DisplayName("it is on record under all ids before anything is gathered, and no cache keeps it")
    void onRecordFirst() {
        ResponseEntity<Object> answer = ask(Role.SUPERVISOR, "  asked at the desk ");

        assertThat(done)
                .containsExactly(
                        "on record [" + PERSON + ", other-id]: asked at the desk",
                        "gathered [" + PERSON + ", other-id]");
        assertThat(answer.getBody()).isEqualTo("everything");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"notes-file-of-" + PERSON + ".json\"");
    }

    @Test
    @DisplayName(
            "H8 who may open a part of a person's file alone does not hand it out for the whole, and is on record for asking")
    void whole() {
        assertThat(askWhole(List.of("a", "b"))).containsExactly("b", "a");
        assertThat(done).isEmpty();
        assertThatThrownBy(() -> askWhole(List.of("a")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
        assertThat(done).containsExactly("refused " + PERSON);
    }

    private List<String> askWhole(List<String> open) {
        Caller caller = new Caller("three-rivers", Role.SUPERVISOR, "ana", "Ana", Set.of());
        return door.whole(caller, PERSON, open, List.of("b", "a"));
    }

    @Test
    @DisplayName("without a reason the participant asked for it")
    void noReason() {
        ask(Role.GRANTEE_ADMINISTRATOR, " ");
        assertThat(done.getFirst()).endsWith("asked for by the participant");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUPERVISOR", "GRANTEE_ADMINISTRATOR"})
    @DisplayName("every other role is refused, which is on record, and nothing is gathered")
    void otherRoles(Role role) {
        assertThatThrownBy(() -> ask(role, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
        assertThat(done).containsExactly("refused " + PERSON);
    }

    @Test
    @DisplayName("a reason of 500 characters goes on record, of 501 is refused")
    void longReasons() {
        ask(Role.SUPERVISOR, "x".repeat(500));
        assertThat(done).hasSize(2);
        assertThatThrownBy(() -> ask(Role.SUPERVISOR, "x".repeat(501)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
        assertThat(done).hasSize(2);
    }

    @Test
    @DisplayName(
            "nothing is gathered where the case is not open, nobody knows the person, or it cannot be put on record")
    void nothingGathered() {
        caseIsOpen = false;
        assertThatThrownBy(() -> ask(Role.SUPERVISOR, null)).isInstanceOf(ProblemException.class);
        caseIsOpen = true;
        assertThatThrownBy(() -> ask(Role.SUPERVISOR, null, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
        auditIsThere = false;
        assertThatThrownBy(() -> ask(Role.SUPERVISOR, null)).hasMessage("away");
        assertThat(done).isEmpty();
    }
}
