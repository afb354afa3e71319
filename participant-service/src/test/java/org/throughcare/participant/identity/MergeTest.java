package org.throughcare.participant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

class MergeTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final UUID SITE = new UUID(0, 9);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    private Happened happened = new ParticipantEvent.IdentityChanged();

    private Participant after(Decision<Participant> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Participant> accepted = (Decision.Accepted<Participant>) decision;
        happened = accepted.happened();
        return accepted.state();
    }

    private static Refusal refused(Decision<Participant> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Participant>) decision).refusal();
    }

    private static void nothing(Decision<Participant> decision) {
        assertThat(decision).isEqualTo(Decision.unchanged());
    }

    private Participant person(UUID id) {
        return after(Participant.takeIn(
                id,
                CaseNumber.candidate(id, 0),
                identity("Catherine"),
                SITE,
                ZONE,
                new Participant.Intake(Instant.parse("2026-03-02T16:00:00Z"), "staff:someone", List.of(), null)));
    }

    private static Participant.Identity identity(String given) {
        return new Participant.Identity(
                new PersonName(given, "Schmidt", null), "en", new SealedIdentity(null, List.of()), List.of());
    }

    @Test
    @DisplayName("H8 the survivor takes the alias in, then the alias points at it; both are announced with both ids")
    void merge() {
        Participant survivor = after(person(OTHER).standFor(ONE));
        assertThat(happened).isEqualTo(new ParticipantEvent.AliasTaken(ONE));
        assertThat(ParticipantSnapshot.of(survivor).aliases()).containsExactly(ONE);
        Participant alias = after(person(ONE).mergeInto(OTHER));
        assertThat(happened).isEqualTo(new ParticipantEvent.ParticipantMerged(OTHER));
        assertThat(ParticipantSnapshot.of(alias).mergedInto()).isEqualTo(OTHER);
        assertThat(ParticipantSnapshot.of(alias).id()).isEqualTo(ONE);
        nothing(survivor.standFor(ONE));
        nothing(alias.mergeInto(OTHER));
    }

    @Test
    @DisplayName("H8 two that are merged into one another: whoever took the other in is no alias any more")
    void mutual() {
        Participant one = after(person(ONE).standFor(OTHER));
        Participant other = after(person(OTHER).standFor(ONE));
        refused(one.mergeInto(OTHER));
        refused(other.mergeInto(ONE));
        Participant given = after(one.standNoLongerFor(OTHER));
        assertThat(happened).isEqualTo(new ParticipantEvent.AliasGivenBack(OTHER));
        after(given.mergeInto(OTHER));
    }

    @Test
    @DisplayName("H8 no record stands for another while it is an alias, none is merged into itself or twice")
    void noChains() {
        Participant alias = after(person(ONE).mergeInto(OTHER));
        assertThat(refused(alias.standFor(THIRD)).field()).isEqualTo("into");
        assertThat(refused(alias.mergeInto(THIRD)).allowed()).contains("unmerge");
        refused(person(ONE).standFor(ONE));
    }

    @Test
    @DisplayName("H8 undone, the record is as it was before it was merged, and undoing again announces nothing")
    void undone() {
        Participant before = person(ONE);
        Participant back = after(after(before.mergeInto(OTHER)).undoMerge());
        assertThat(happened).isEqualTo(new ParticipantEvent.MergeUndone(OTHER));
        assertThat(back).isEqualTo(before);
        nothing(back.undoMerge());
        nothing(back.standNoLongerFor(OTHER));
    }

    @Test
    @DisplayName("H8 nothing more is recorded under an alias, and the refusal says where it belongs")
    void closed() {
        Participant alias = after(person(ONE).mergeInto(OTHER));
        for (Decision<Participant> each : List.of(
                alias.correct(identity("Kathrin")),
                alias.reachBy(new ContactPlan(List.of(), List.of(), "has lost touch")),
                alias.supervise(supervision(LocalDate.of(2026, 3, 1))),
                alias.moveTo(new UUID(0, 8), ZONE))) {
            assertThat(refused(each).allowed()).contains("record under " + OTHER, "unmerge");
        }
        Participant open = person(ONE);
        after(open.correct(identity("Kathrin")));
        after(open.moveTo(new UUID(0, 8), ZONE));
    }

    private static Supervision supervision(LocalDate from) {
        return new Supervision("J. Ortiz", "County Probation", null, null, null, from, null, List.of());
    }

    @Test
    @DisplayName("H8 a record written before aliases were kept reads as one that stands for nobody")
    void older() {
        Participant now = person(ONE);
        @SuppressWarnings("NullAway") // as the store gives it for a document that has no such field
        Participant older = new Participant(
                now.id(),
                now.caseNumber(),
                now.name(),
                now.language(),
                now.site(),
                now.zone(),
                now.sealed(),
                now.nameKeys(),
                now.priority(),
                null,
                now.contactPlan(),
                now.intake(),
                true,
                null,
                null);
        assertThat(older).isEqualTo(now);
    }

    @Test
    @DisplayName("H8 giving one alias back keeps the others, and standing for several is one record's")
    void several() {
        Participant both = after(after(person(OTHER).standFor(ONE)).standFor(THIRD));
        assertThat(both.aliases()).containsExactly(ONE, THIRD);
        assertThat(after(both.standNoLongerFor(ONE)).aliases()).containsExactly(THIRD);
    }

    @Test
    @DisplayName("H8 N15 what is said of somebody as it is on record already announces nothing, what is new does")
    void sameAgain() {
        Participant somebody = person(ONE);
        nothing(somebody.correct(identity("Catherine")));
        nothing(somebody.moveTo(SITE, ZONE));
        UUID there = new UUID(0, 8);
        assertThat(after(somebody.moveTo(there, ZONE)).site()).isEqualTo(there);
        ContactPlan nobody = new ContactPlan(List.of(), List.of(), "has lost touch");
        Participant planned = after(somebody.reachBy(nobody));
        nothing(planned.reachBy(nobody));
        assertThat(refused(planned.reachBy(somebody.contactPlan())).rule()).isEqualTo("L9");
        nothing(somebody.supervise(null));
        Participant supervised = after(somebody.supervise(supervision(LocalDate.of(2026, 3, 1))));
        assertThat(ParticipantSnapshot.of(supervised).supervised()).isTrue();
        assertThat(ParticipantSnapshot.of(somebody).supervised()).isFalse();
        Supervision wrong = new Supervision(
                "J. Ortiz",
                "County Probation",
                null,
                null,
                null,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 1),
                List.of());
        assertThat(refused(somebody.supervise(wrong)).rule()).isEqualTo("L14");
    }
}
