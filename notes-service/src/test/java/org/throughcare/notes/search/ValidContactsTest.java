package org.throughcare.notes.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.platform.json.Json;

class ValidContactsTest {

    private static final LocalDate FROM = LocalDate.parse("2026-04-01");
    private static final LocalDate UNTIL = LocalDate.parse("2026-04-30");

    private static Contact contact(
            String id,
            String kind,
            String owner,
            boolean stable,
            boolean may,
            int rank,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new Contact(id, kind, owner, id, "kin", stable, may, rank, from, until);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2026-03-31, it is valid from 2026-04-01",
        "2026-04-01,",
        "2026-04-30,",
        "2026-05-01, it was valid until 2026-04-30"
    })
    @DisplayName("L9: a contact is used from its first day to its last, neither the day before nor the day after")
    void bounds(LocalDate day, @Nullable String against) {
        Contact number = contact("n", "PHONE", "SELF", false, true, 1, FROM, UNTIL);
        assertThat(number.against(day)).isEqualTo(Optional.ofNullable(against));
    }

    @Test
    @DisplayName("L9: one that the participant has not agreed to is used on no day; one without dates on every day")
    void agreed() {
        assertThat(contact("n", "PHONE", "SELF", false, false, 1, FROM, UNTIL).against(FROM))
                .contains("the participant has not agreed that it is used");
        assertThat(contact("n", "PHONE", "SELF", false, true, 1, null, null).against(LocalDate.MIN))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "L9, Y10: a search offers, each in the order of the plan, the contacts that are valid that day and agreed to")
    void offered() {
        List<Contact> plan = List.of(
                contact("old", "PHONE", "SELF", false, true, 1, null, FROM.minusDays(1)),
                contact("second", "PHONE", "SELF", false, true, 3, null, null),
                contact("first", "PHONE", "SELF", false, true, 2, FROM, UNTIL),
                contact("at-work", "PHONE", "SELF", false, false, 4, null, null),
                contact("shelter", "ADDRESS", "SELF", false, true, 5, FROM, UNTIL),
                contact("home", "ADDRESS", "SELF", false, true, 6, UNTIL.plusDays(1), null),
                contact("friend", "PHONE", "PERSON", false, true, 7, null, null),
                contact("mother", "PHONE", "PERSON", true, true, 9, null, UNTIL),
                contact("mothers-house", "ADDRESS", "PERSON", true, true, 8, UNTIL, null));

        assertThat(offered(plan, UNTIL))
                .containsExactly(
                        "PHONE:first",
                        "PHONE:second",
                        "LETTER:shelter",
                        "HOME_VISIT:shelter",
                        "RELATIVE:mothers-house",
                        "RELATIVE:mother",
                        "RELATIVE:friend",
                        "AGENCY:null");
        assertThat(offered(plan, UNTIL.plusDays(1)))
                .as("the day after")
                .containsExactly(
                        "PHONE:second",
                        "LETTER:home",
                        "HOME_VISIT:home",
                        "RELATIVE:mothers-house",
                        "RELATIVE:friend",
                        "AGENCY:null");
    }

    private static List<String> offered(List<Contact> plan, LocalDate day) {
        return ProposingSteps.next(plan, List.of(), day).stream()
                .map(each -> each.kind() + ":" + each.target())
                .toList();
    }

    @Test
    @DisplayName("L9: a participant announced before contacts had dates reads as one whose contacts have none")
    void older() {
        KnownParticipant older = Json.mapper().readValue("""
                        {"id":"p","site":"s","zone":"America/Chicago","contacts":[
                         {"id":"n","kind":"PHONE","value":"x","owner":"SELF","stable":false,"mayBeCalled":true,"rank":1}]}""", KnownParticipant.class);
        assertThat(older.contact("n").orElseThrow().against(FROM)).isEmpty();
        assertThat(older.contact("m")).isEmpty();
    }
}
