package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.enrolment.CatalogueEntry;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.reports.pirl.ParticipationFacts;

class OnePersonInReportsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final OnePerson MERGED = new OnePerson(Map.of("alias", "survivor"));

    /** Started and last served on days after {@link #DAY}; without a day of exit it goes on. */
    private static EnrolmentSnapshot enrolment(String participant, int from, int last, @Nullable Integer exit) {
        EnrolmentSnapshot.Service service = new EnrolmentSnapshot.Service(
                "service of " + participant,
                Programme.LEAP,
                "CAREER",
                "Career counselling",
                DAY.plusDays(last),
                null,
                true,
                CatalogueEntry.Level.INTENSIVE,
                null,
                List.of(DAY.plusDays(last)),
                List.of());
        LocalDate ended = exit == null ? null : DAY.plusDays(exit);
        return new EnrolmentSnapshot(
                participant,
                "site",
                ZoneId.of("America/Chicago"),
                ended == null ? Enrolment.State.PARTICIPATING : Enrolment.State.EXITED,
                "period of " + participant,
                1,
                List.of(),
                DAY.plusDays(from),
                List.of(service),
                new EnrolmentSnapshot.LastService(
                        service.id(), Programme.LEAP, "CAREER", service.name(), DAY.plusDays(last), true, null),
                ended == null ? DAY.plusDays(last + 90L) : null,
                null,
                null,
                List.of(),
                0,
                ended == null
                        ? null
                        : new EnrolmentSnapshot.Ended(
                                "exit of " + participant, ended, Exit.Kind.NO_SERVICE, ended.plusDays(90), false),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Known.CaseFile caseFile(String participant, String primary, String state) {
        return new Known.CaseFile(participant, "TRANSITION", primary, null, List.of(), null, null, state, null);
    }

    private static Known known(
            List<Known.CaseFile> cases, List<Known.Custody> custodies, List<EnrolmentSnapshot> enrolments) {
        return new Known(
                new Known.Site("site", "Harbour", ZoneId.of("America/Chicago"), "LEAP", "TRANSITION"),
                List.of(
                        new Known.Person("alias", "AAA-1", "Ann", "Berg", false),
                        new Known.Person("survivor", "BBB-2", "Anne", "Berg-Carl", true),
                        new Known.Person("other", "CCC-3", "Cy", "Dale", true)),
                cases,
                custodies,
                Reading.of(enrolments),
                enrolments,
                List.of(new Known.Plan("alias", DAY), new Known.Plan("survivor", DAY.plusDays(9))),
                List.of(
                        new Known.Consent("c-1", "alias", "Clinic", "IN_FORCE", DAY),
                        new Known.Consent("c-2", "survivor", "School", "IN_FORCE", DAY)),
                List.of());
    }

    @Test
    @DisplayName(
            "H8 two records of one person are one in a report: the survivor's name, case, plan and custody, all that was signed")
    void both() {
        Known.Custody held = new Known.Custody("alias", "INSIDE", "County jail", DAY, null);
        Known one = MERGED.asOne(known(
                List.of(
                        caseFile("alias", "w-1", "OPEN"),
                        caseFile("survivor", "w-2", "OPEN"),
                        caseFile("other", "w-1", "OPEN")),
                List.of(held),
                List.of()));
        assertThat(one.people()).extracting(Known.Person::id).containsExactly("survivor", "other");
        assertThat(one.cases())
                .extracting(Known.CaseFile::participant, Known.CaseFile::primary)
                .containsExactlyInAnyOrder(tuple("survivor", "w-2"), tuple("other", "w-1"));
        assertThat(one.plans()).containsExactly(new Known.Plan("survivor", DAY.plusDays(9)));
        assertThat(one.custodies()).singleElement().satisfies(custody -> {
            assertThat(custody.participant()).isEqualTo("survivor");
            assertThat(custody.projectedRelease()).isEqualTo(DAY);
        });
        assertThat(one.consents())
                .hasSize(2)
                .allMatch(consent -> consent.participant().equals("survivor"));
    }

    @Test
    @DisplayName("H8 a closed case of the survivor's hides no open one under the alias")
    void openOne() {
        Known one = MERGED.asOne(known(
                List.of(caseFile("survivor", "w-2", "CLOSED"), caseFile("alias", "w-1", "OPEN")),
                List.of(),
                List.of()));
        assertThat(one.cases()).containsExactly(caseFile("survivor", "w-1", "OPEN"));
    }

    @Test
    @DisplayName(
            "Y5 H8 two participations of one person that run are one: the survivor's clock, the services of both, one row")
    void running() {
        Known one = MERGED.asOne(known(
                List.of(), List.of(), List.of(enrolment("alias", 0, 20, null), enrolment("survivor", 10, 15, null))));
        assertThat(ExitAlert.rows(one, null, DAY))
                .singleElement()
                .satisfies(row -> assertThat(row.exitProjectedOn()).isEqualTo(DAY.plusDays(105)));
        assertThat(ParticipationFacts.of(one.enrolments().getFirst(), "BBB-2"))
                .singleElement()
                .satisfies(facts -> {
                    assertThat(facts.entry()).isEqualTo(DAY);
                    assertThat(facts.services()).hasSize(2);
                    assertThat(facts.exit()).isNull();
                });
    }

    @Test
    @DisplayName(
            "Y5 H8 a participation under an alias that was over before the survivor's began is a row of its own, on the day too")
    void oneAfterTheOther() {
        for (int begins : List.of(20, 40)) {
            Known one = MERGED.asOne(known(
                    List.of(),
                    List.of(),
                    List.of(enrolment("alias", 0, 20, 20), enrolment("survivor", begins, 50, null))));
            List<ParticipationFacts> facts =
                    ParticipationFacts.of(one.enrolments().getFirst(), "BBB-2");
            assertThat(facts).extracting(ParticipationFacts::entry).containsExactly(DAY, DAY.plusDays(begins));
            assertThat(facts).allMatch(each -> each.participant().equals("survivor"));
        }
        Known overlapping = MERGED.asOne(known(
                List.of(), List.of(), List.of(enrolment("alias", 0, 20, 20), enrolment("survivor", 19, 50, null))));
        assertThat(ParticipationFacts.of(overlapping.enrolments().getFirst(), "BBB-2"))
                .hasSize(1);
    }

    @Test
    @DisplayName("Y11 H8 who exited under the survivor's id runs on under the alias only with a later service")
    void exited() {
        EnrolmentSnapshot survivors = enrolment("survivor", 0, 30, 30);
        assertThat(counting(survivors, enrolment("alias", 0, 30, null)).state()).isEqualTo(Enrolment.State.EXITED);
        EnrolmentSnapshot later = counting(survivors, enrolment("alias", 0, 31, null));
        assertThat(later.state()).isEqualTo(Enrolment.State.PARTICIPATING);
        assertThat(later.participant()).isEqualTo("survivor");
        assertThat(later.earlier())
                .singleElement()
                .satisfies(period -> assertThat(period.id()).isEqualTo("period of survivor"));
        assertThat(counting(survivors, enrolment("alias", 0, 31, 31)).exit())
                .isEqualTo(new EnrolmentSnapshot.Ended(
                        "exit of alias", DAY.plusDays(31), Exit.Kind.NO_SERVICE, DAY.plusDays(121), false));
    }

    /** On a work list the same one counts. */
    private static EnrolmentSnapshot counting(EnrolmentSnapshot... all) {
        Known one = MERGED.asOne(known(List.of(), List.of(), List.of(all)));
        assertThat(one.participations()).isEqualTo(Reading.of(one.enrolments()));
        return one.enrolments().getFirst();
    }

    @Test
    @DisplayName("H8 without a merge, and of records merged into one another, everybody stands for themselves")
    void nobodyMerged() {
        Known before = known(
                List.of(caseFile("alias", "w-1", "OPEN"), caseFile("survivor", "w-2", "OPEN")),
                List.of(),
                List.of(enrolment("alias", 0, 1, null), enrolment("survivor", 0, 1, null)));
        assertThat(new OnePerson(Map.of()).asOne(before)).isEqualTo(before);
        assertThat(new OnePerson(Map.of("alias", "survivor", "survivor", "alias")).asOne(before))
                .isEqualTo(before);
    }
}
