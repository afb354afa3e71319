package org.throughcare.participant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

class IdentityTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 7);
    private static final PersonName NAME = new PersonName("Catherine", "Schmidt", null);

    private static Resemblance of(PersonName other, LocalDate born) {
        return Resemblance.of(NAME, BORN, other, born, List.of());
    }

    @Test
    @DisplayName(
            "H8 a name that sounds alike and the same date of birth is likely the same person, another date is not")
    void soundsAlike() {
        PersonName alike = new PersonName("Katherine", "Shmidt", null);
        assertThat(of(alike, BORN).likely()).isTrue();
        assertThat(of(alike, BORN.plusYears(12)).likely()).isFalse();
        assertThat(of(new PersonName("Robert", "Jones", null), BORN).likely()).isFalse();
    }

    @Test
    @DisplayName("H8 names the other way round, and day and month swapped, are noticed with their reasons")
    void swapped() {
        Resemblance alike = of(new PersonName("Schmidt", "Catherine", null), LocalDate.of(1990, 7, 4));
        assertThat(alike.likely()).isTrue();
        assertThat(alike.reasons()).hasSize(2).allMatch(reason -> !reason.isBlank());
    }

    @Test
    @DisplayName("H8 a shared number alone decides")
    void sharedNumber() {
        assertThat(Resemblance.of(
                                NAME, null, new PersonName("Robert", "Jones", null), null, List.of(Identifier.Kind.SSN))
                        .likely())
                .isTrue();
    }

    @Test
    @DisplayName("H8 accents, case and hyphens do not hide a name")
    void folding() {
        assertThat(PersonName.folded("José  MUÑOZ-Peña")).isEqualTo("jose munoz pena");
        assertThat(Collections.disjoint(
                        PhoneticKeys.pairs(new PersonName("José", "Muñoz", null)),
                        PhoneticKeys.pairs(new PersonName("Jose", "Munos", null))))
                .isFalse();
    }

    @Test
    @DisplayName("H8 a social security number that cannot exist is refused, one that can is accepted in any writing")
    void numbers() {
        assertThat(ssn("123-45-6789").fault()).isNull();
        assertThat(ssn("123456789").indexed()).isEqualTo(ssn("123-45-6789").indexed());
        for (String wrong :
                new String[] {"000-45-6789", "666-45-6789", "900-45-6789", "123-00-6789", "123-45-0000", "12"}) {
            assertThat(ssn(wrong).fault()).as(wrong).isNotNull();
        }
        assertThat(new Identifier(Identifier.Kind.INMATE_NUMBER, null, "A17").fault())
                .isNotNull();
        assertThat(new Identifier(Identifier.Kind.INMATE_NUMBER, "County", "A17").indexed())
                .isNotEqualTo(new Identifier(Identifier.Kind.INMATE_NUMBER, "State", "A17").indexed());
    }

    private static Identifier ssn(String value) {
        return new Identifier(Identifier.Kind.SSN, null, value);
    }

    @Test
    @DisplayName("H8 a number belongs to one participant; only a broken-off intake loses it, after a while")
    void claims() {
        Instant now = Instant.parse("2026-03-02T16:00:00Z");
        UUID id = IdentifierClaim.idOf("SSN", "blind");
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);
        IdentifierClaim claim =
                ((Decision.Accepted<IdentifierClaim>) IdentifierClaim.claim(id, "SSN", one, now)).state();
        assertThat(claim.claimAgain(one, true, now)).isEqualTo(Decision.unchanged());
        Instant old = now.plus(IdentifierClaim.INTAKE_TAKES_LESS_THAN);
        assertThat(claim.claimAgain(other, true, old)).isInstanceOf(Decision.Refused.class);
        assertThat(claim.claimAgain(other, false, old.minusMillis(1))).isInstanceOf(Decision.Refused.class);
        assertThat(claim.claimAgain(other, false, old)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @DisplayName("H8 a claim that its own intake comes back to is fresh again before it is written upon")
    void claimComesBack() {
        Instant now = Instant.parse("2026-03-02T16:00:00Z");
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);
        IdentifierClaim claim = state(IdentifierClaim.claim(IdentifierClaim.idOf("SSN", "blind"), "SSN", one, now));
        Instant late = now.plus(IdentifierClaim.INTAKE_TAKES_LESS_THAN).minusMillis(1);
        IdentifierClaim again = state(claim.claimAgain(one, false, late));
        assertThat(again.claimAgain(other, false, late.plusSeconds(60))).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("H8 a turn ends when its intake is on record, is given up, or has taken too long; not a moment before")
    void turns() {
        Instant now = Instant.parse("2026-03-02T16:00:00Z");
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);
        IdentifierClaim turn = state(IdentifierClaim.claim(IdentifierClaim.idOf("turn", "MTKS+JFR"), "turn", one, now));
        Instant over = now.plus(IdentifierClaim.TURN_TAKES_LESS_THAN);
        assertThat(turn.takeTurn(other, false, over.minusMillis(1)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().allowed()).containsExactly(Refusal.REPEAT));
        assertThat(turn.takeTurn(other, false, over)).isInstanceOf(Decision.Accepted.class);
        assertThat(turn.takeTurn(other, true, now)).isInstanceOf(Decision.Accepted.class);
        assertThat(turn.giveUp(other)).isEqualTo(Decision.unchanged());
        assertThat(state(turn.giveUp(one)).takeTurn(other, false, now)).isInstanceOf(Decision.Accepted.class);
    }

    private static IdentifierClaim state(Decision<IdentifierClaim> decision) {
        return ((Decision.Accepted<IdentifierClaim>) decision).state();
    }

    @Test
    @DisplayName("H8 a case number has no look-alikes, and a wrong or swapped character shows")
    void caseNumbers() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String number = CaseNumber.candidate(new UUID(7, i), 0).value();
            assertThat(number).matches("[23456789CDFHJKMNPQRTVWX]{3}-[23456789CDFHJKMNPQRTVWX]{4}");
            assertThat(CaseNumber.parse(number.toLowerCase(Locale.ROOT).replace("-", " ")))
                    .contains(new CaseNumber(number));
            seen.add(number);
        }
        assertThat(seen).hasSizeGreaterThan(1_990);
        String number = CaseNumber.candidate(new UUID(7, 1), 0).value().replace("-", "");
        for (int i = 0; i < number.length(); i++) {
            for (char c : CaseNumber.ALPHABET.toCharArray()) {
                String wrong = number.substring(0, i) + c + number.substring(i + 1);
                assertThat(CaseNumber.parse(wrong).isPresent()).isEqualTo(c == number.charAt(i));
            }
            if (i > 0 && number.charAt(i) != number.charAt(i - 1)) {
                String swapped =
                        number.substring(0, i - 1) + number.charAt(i) + number.charAt(i - 1) + number.substring(i + 1);
                assertThat(CaseNumber.parse(swapped)).isEmpty();
            }
        }
        assertThat(CaseNumber.candidate(new UUID(7, 1), 1)).isNotEqualTo(CaseNumber.candidate(new UUID(7, 1), 0));
    }

    @ParameterizedTest(name = "{0} {1}, born {2}: {3} points")
    @CsvSource({
        "Catherine,Schmidt,1990-04-07,85,true,true",
        "catherine,SCHMIDT,,40,false,true",
        "Catherine,Schmidt,1990-04-08,65,true,true",
        "Schmidt,Catherine,1990-07-04,60,true,true",
        "Katherine,Shmidt,1990-04-08,55,false,true",
        "Katherine,Shmidt,,30,false,false",
        "Robert,Schmidt,1990-04-17,35,false,true",
        "Robert,Schmidt,,10,false,false",
        "Catherine,Schmidt,1990-05-17,10,false,false",
        "Robert,Jones,1990-04-07,45,false,true",
        "Robert,Jones,1985-01-30,0,false,false",
        "Catherine,Jones,,0,false,false",
        "Schmidt,Jones,,0,false,false",
        "Robert,Catherine,,0,false,false"
    })
    @DisplayName("H8 from 35 points on somebody is worth a look, from 60 on a person has to say that they are others")
    void points(String given, String family, @Nullable LocalDate born, int score, boolean likely, boolean worthALook) {
        Resemblance alike = Resemblance.of(NAME, BORN, new PersonName(given, family, null), born, List.of());
        assertThat(alike.score()).isEqualTo(score);
        assertThat(alike.likely()).isEqualTo(likely);
        assertThat(alike.worthALook()).isEqualTo(worthALook);
    }

    @Test
    @DisplayName(
            "H8 a day of birth whose day is no month is compared as well, and two shared numbers are no more than certain")
    void noSuchMonth() {
        LocalDate late = LocalDate.of(1990, 4, 30);
        assertThat(Resemblance.of(NAME, late, NAME, LocalDate.of(1990, 4, 20), List.of())
                        .score())
                .isEqualTo(65);
        assertThat(Resemblance.of(NAME, null, NAME, null, List.of(Identifier.Kind.SSN, Identifier.Kind.STATE_ID))
                        .score())
                .isEqualTo(100);
    }

    @Test
    @DisplayName("H8 a claim that its own intake comes back to early stays as it is, and a turn is its holder's again")
    void comesBackEarly() {
        Instant now = Instant.parse("2026-03-02T16:00:00Z");
        UUID one = new UUID(0, 1);
        IdentifierClaim claim = state(IdentifierClaim.claim(IdentifierClaim.idOf("SSN", "blind"), "SSN", one, now));
        Instant fresh = now.plus(IdentifierClaim.INTAKE_TAKES_LESS_THAN.dividedBy(3));
        assertThat(claim.claimAgain(one, false, fresh.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(state(claim.claimAgain(one, false, fresh)).claimedAt()).isEqualTo(fresh);
        assertThat(state(claim.takeTurn(one, false, fresh)).claimedAt()).isEqualTo(fresh);
    }

    @Test
    @DisplayName("H8 a number has its issuer, unless it is a social security number, and is not empty")
    void issuers() {
        assertThat(new Identifier(Identifier.Kind.STATE_ID, "Texas", "A-17").fault())
                .isNull();
        assertThat(new Identifier(Identifier.Kind.STATE_ID, " ", "A17").fault()).isNotNull();
        assertThat(new Identifier(Identifier.Kind.STATE_ID, "Texas", " - ").fault())
                .isNotNull();
    }

    @Test
    @DisplayName(
            "H8 somebody is looked up by how each name sounds and by both, whichever comes first; by the word where it has no sound")
    void keys() {
        PersonName swapped = new PersonName("Schmidt", "Catherine", null);
        assertThat(PhoneticKeys.pairs(swapped)).isEqualTo(PhoneticKeys.pairs(NAME));
        assertThat(PhoneticKeys.of(NAME))
                .containsAll(PhoneticKeys.pairs(NAME))
                .containsAll(PhoneticKeys.codes("Catherine"))
                .containsAll(PhoneticKeys.codes("Schmidt"));
        assertThat(PhoneticKeys.codes("Schmidt")).isNotEmpty().doesNotContain("schmidt", "");
        assertThat(PhoneticKeys.codes("42")).containsExactly("42");
        assertThat(PhoneticKeys.codes("Schmidt 42")).contains("42").containsAll(PhoneticKeys.codes("Schmidt"));
        assertThat(of(swapped, BORN).reasons()).first().asString().contains("the other way round");
    }

    @Test
    @DisplayName("H8 what is too short or too long is no case number")
    void length() {
        String number = CaseNumber.candidate(new UUID(7, 1), 0).value();
        for (String wrong : List.of("", "7K3", number + "2", number.substring(0, 7), number.replace('-', 'A'))) {
            assertThat(CaseNumber.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
