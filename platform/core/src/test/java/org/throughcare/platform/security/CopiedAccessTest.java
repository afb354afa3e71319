package org.throughcare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.security.CopiedAccess.CaseCopy;
import org.throughcare.platform.security.CopiedAccess.StaffMemberCopy;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.web.OwnerAway;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.platform.web.ProblemException;

class CopiedAccessTest {

    private static final Caller ANA =
            new Caller("three-rivers", Role.COMMUNITY_CASE_MANAGER, "ana", "Ana", Set.of("town"));

    private final CopiedAccess parts = new CopiedAccess();
    private final Held<CaseCopy> cases = new Held<>();
    private final Held<StaffMemberCopy> staff = new Held<>();
    private final Held<PersonIds.Merged> merged = new Held<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Object> owned = new HashMap<>();
    private boolean ownerAway;
    private final OwnerClient owner = new OwnerClient() {
        @Override
        public <T> Optional<T> get(String service, String path, Class<T> type) {
            asked.add(path);
            if (ownerAway) {
                throw new OwnerAway(service, new IOException("away"));
            }
            return Optional.ofNullable(owned.get(path)).map(type::cast);
        }
    };
    private final CaseAccess access = new CaseAccessByTeamAndSite(
            parts.copiedCaseFiles(cases, merged, owner),
            new PersonIds(merged),
            new ReadAudit() {
                @Override
                public void read(Caller caller, String participant, String what) {}

                @Override
                public void readNow(Caller caller, Collection<String> participants, String what, String reason) {}

                @Override
                public void refused(Caller caller, String participant, String what) {
                    refused.add(participant);
                }
            },
            new SimpleMeterRegistry());

    @Test
    @DisplayName("a copy that allows needs no question")
    void copyAllows() {
        cases.held.put("p1", file("jail", "town"));
        assertThatCode(() -> access.requireWrite(ANA, "p1")).doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("before a copy refuses, the owner is asked: a handover a moment ago counts already")
    void copyIsBehind() {
        cases.held.put("p1", file("jail"));
        owned.put("/participants/p1/case", file("jail", "town"));
        assertThatCode(() -> access.requireWrite(ANA, "p1")).doesNotThrowAnyException();
        assertThat(asked).containsExactly("/participants/p1/case");
    }

    @Test
    @DisplayName("refused when the owner says no as well, and on record")
    void bothRefuse() {
        cases.held.put("p1", file("jail"));
        owned.put("/participants/p1/case", file("jail"));
        assertThatThrownBy(() -> access.requireRead(ANA, "p1")).isInstanceOf(ProblemException.class);
        assertThat(refused).containsExactly("p1");
    }

    @Test
    @DisplayName("neither yes nor no while the owner is away")
    void ownerAway() {
        ownerAway = true;
        assertThatThrownBy(() -> access.requireRead(ANA, "p1")).isInstanceOf(OwnerAway.class);
        assertThat(refused).isEmpty();
    }

    @Test
    @DisplayName("C6 primary worker and former members belong to the team; a role of a newer version is nobody's")
    void mapping() {
        CaseCopy copy =
                new CaseCopy("jail", null, "ana", List.of(new CaseCopy.Member("ben"), new CaseCopy.Member(null)));
        assertThat(copy.file("p1").team()).containsExactlyInAnyOrder("ana", "ben");
        assertThat(copy.file("p1").sites()).containsExactly("jail");
        staff.held.put("new", new StaffMemberCopy("N", "ROLE_OF_TOMORROW", List.of(), true));
        staff.held.put("ana", new StaffMemberCopy("Ana", "SUPERVISOR", List.of("town"), true));
        StaffDirectory directory = parts.copiedStaffDirectory(staff, owner);
        assertThat(directory.find("new")).isEmpty();
        assertThat(directory.find("ana"))
                .hasValueSatisfying(card -> assertThat(card.role()).isEqualTo(Role.SUPERVISOR));
    }

    @Test
    @DisplayName("an id cannot reach another route of the owner")
    void pathsAreEncoded() {
        parts.copiedStaffDirectory(staff, owner).findAtOwner("../participants/p1?x=1#y");
        assertThat(asked).containsExactly("/staff/..%2Fparticipants%2Fp1%3Fx%3D1%23y");
    }

    /** p1 stands for p2 as well. */
    private void merged() {
        merged.held.put("p1", new PersonIds.Merged(null, List.of("p2")));
        merged.held.put("p2", new PersonIds.Merged("p1", List.of()));
    }

    @Test
    @DisplayName("H8 who may read the survivor may read what is under the alias, whichever is named")
    void survivorsCaseOpensTheAlias() {
        merged();
        cases.held.put("p1", file("town"));
        cases.held.put("p2", file("jail"));
        assertThat(access.requireReadOfPerson(ANA, "p1")).containsExactly("p1", "p2");
        assertThat(access.requireReadOfPerson(ANA, "p2")).containsExactly("p1", "p2");
        assertThatCode(() -> access.requireRead(ANA, "p2")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("H8 an alias's case opens what is under the alias, as before, and nothing of the survivor's")
    void aliasesCaseOpensTheAliasAlone() {
        merged();
        cases.held.put("p1", file("jail"));
        owned.put("/participants/p1/case", file("jail"));
        cases.held.put("p2", file("town"));
        assertThat(access.requireReadOfPerson(ANA, "p2")).containsExactly("p2");
        assertThatCode(() -> access.requireWrite(ANA, "p2"))
                .as("what a device brings that was offline")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> access.requireRead(ANA, "p1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> access.requireReadOfPerson(ANA, "p1")).isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName(
            "H8 where the record that stands for the person has no case, an alias's counts; who has neither sees no more than before")
    void noCaseOfItsOwn() {
        merged();
        cases.held.put("p2", file("town"));
        assertThat(access.requireReadOfPerson(ANA, "p1")).containsExactly("p1", "p2");
        cases.held.put("p2", file("jail"));
        owned.put("/participants/p2/case", file("jail"));
        assertThat(access.requireReadOfPerson(ANA, "p1"))
                .as("before there is a case a record is open, the other's case is not")
                .containsExactly("p1");
        assertThatThrownBy(() -> access.requireRead(ANA, "p2")).isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName(
            "before there is a case a participant is their site's, as the copy has it or the owner; who is not known yet, anybody's")
    void beforeThereIsACase() {
        assertThatCode(() -> access.requireWrite(ANA, "p1")).doesNotThrowAnyException();
        merged.atSite("p1", "town", new PersonIds.Merged(null, List.of()));
        assertThatCode(() -> access.requireWrite(ANA, "p1")).doesNotThrowAnyException();
        merged.atSite("p1", "jail", new PersonIds.Merged(null, List.of()));
        assertThatThrownBy(() -> access.requireRead(ANA, "p1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> access.requireWrite(ANA, "p1")).isInstanceOf(ProblemException.class);
        owned.put("/participants/p1", new CopiedAccess.RecordOfPerson("town"));
        assertThatCode(() -> access.requireRead(ANA, "p1"))
                .as("moved a moment ago")
                .doesNotThrowAnyException();
        cases.held.put("p1", file("jail"));
        owned.put("/participants/p1/case", file("jail"));
        assertThatThrownBy(() -> access.requireRead(ANA, "p1"))
                .as("once there is a case it is the case's")
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("H8 who took in a record that others were merged into opens it and nothing of theirs")
    void takenInElsewhere() {
        merged.atSite("p1", "town", new PersonIds.Merged(null, List.of("p2")));
        merged.atSite("p2", "jail", new PersonIds.Merged("p1", List.of()));
        cases.held.put("p2", file("jail"));
        owned.put("/participants/p2/case", file("jail"));
        assertThat(access.requireReadOfPerson(ANA, "p1")).containsExactly("p1");
        assertThatThrownBy(() -> access.requireRead(ANA, "p2")).isInstanceOf(ProblemException.class);
        merged.atSite("p1", "jail", new PersonIds.Merged(null, List.of("p2")));
        assertThatThrownBy(() -> access.requireReadOfPerson(ANA, "p1")).isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("H8 once the merge is undone each id is what it was before")
    void undone() {
        merged();
        cases.held.put("p1", file("town"));
        cases.held.put("p2", file("jail"));
        owned.put("/participants/p2/case", file("jail"));
        merged.held.put("p2", new PersonIds.Merged(null, List.of()));
        assertThat(access.requireReadOfPerson(ANA, "p1")).containsExactly("p1");
        assertThatThrownBy(() -> access.requireRead(ANA, "p2")).isInstanceOf(ProblemException.class);
    }

    private static CaseCopy file(String... sites) {
        return new CaseCopy(null, List.of(sites), null, null);
    }

    private static final class Held<T> implements Copies<T> {
        private final Map<String, T> held = new HashMap<>();
        private final Map<String, String> sites = new HashMap<>();

        void atSite(String id, String site, T snapshot) {
            held.put(id, snapshot);
            sites.put(id, site);
        }

        @Override
        public Optional<Copy<T>> find(String id) {
            return Optional.ofNullable(held.get(id)).map(each -> new Copy<>(id, 1, id, sites.get(id), each));
        }

        @Override
        public List<Copy<T>> where(String path, Object value, int limit) {
            return List.of();
        }

        @Override
        public List<Copy<T>> ofParticipant(String participant, int limit) {
            return List.of();
        }

        @Override
        public boolean take(Copy<T> copy) {
            return false;
        }
    }
}
