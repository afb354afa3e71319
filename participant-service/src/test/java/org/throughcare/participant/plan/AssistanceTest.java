package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

class AssistanceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private static Assistance.Obligation obligation(String id, @Nullable LocalDate until) {
        return new Assistance.Obligation(id, AssistanceProgramme.TANF, "Looks for work", 20, DAY, until);
    }

    private static Assistance.Sanction sanction(String id, String of, @Nullable LocalDate until) {
        return new Assistance.Sanction(id, of, "Missed Mondays", DAY, until);
    }

    private static Assistance of(List<Assistance.Obligation> obligations, List<Assistance.Sanction> sanctions) {
        return new Assistance("p-1", "s-1", obligations, sanctions);
    }

    private static void accepted(Assistance assistance) {
        assertThat(Assistance.take(assistance))
                .isEqualTo(Decision.accept(
                        assistance,
                        new Assistance.AssistanceEvent.AssistanceRecorded(
                                assistance.obligations().size(),
                                assistance.sanctions().size())));
    }

    private static void refused(Assistance assistance, String field) {
        Refusal refusal = Assistance.take(assistance) instanceof Decision.Refused<Assistance> no ? no.refusal() : null;
        assertThat(refusal)
                .isNotNull()
                .extracting(Refusal::kind, Refusal::rule, Refusal::field)
                .containsExactly(Refusal.Kind.INVALID, "C8", field);
    }

    @Test
    @DisplayName(
            "C8 an obligation and a sanction end on the day they begin, later or on no known day, and not the day before")
    void ends() {
        accepted(of(List.of(obligation("o-1", DAY)), List.of(sanction("x-1", "o-1", DAY))));
        accepted(of(List.of(obligation("o-1", null)), List.of(sanction("x-1", "o-1", null))));
        refused(of(List.of(obligation("o-1", DAY.minusDays(1))), List.of()), "obligations.until");
        refused(
                of(List.of(obligation("o-1", DAY)), List.of(sanction("x-1", "o-1", DAY.minusDays(1)))),
                "sanctions.until");
    }

    @Test
    @DisplayName("C8 a sanction is for an obligation on record, and each has an id of its own")
    void known() {
        refused(of(List.of(obligation("o-1", null)), List.of(sanction("x-1", "o-2", null))), "sanctions.obligation");
        refused(of(List.of(obligation("o-1", null), obligation("o-1", DAY)), List.of()), "obligations.id");
        refused(
                of(
                        List.of(obligation("o-1", null)),
                        List.of(sanction("x-1", "o-1", null), sanction("x-1", "o-1", DAY))),
                "sanctions.id");
        accepted(of(
                List.of(obligation("o-1", null), obligation("o-2", null)),
                List.of(sanction("x-1", "o-2", null), sanction("x-2", "o-2", null))));
    }

    @Test
    @DisplayName(
            "C8 the same again announces nothing, seen or unseen; something else is taken from who saw what it replaces")
    void again() {
        Assistance first = of(List.of(obligation("o-1", null)), List.of());
        Assistance next = of(List.of(), List.of());
        assertThat(first.takeAgain(of(List.of(obligation("o-1", null)), List.of()), false))
                .isEqualTo(Decision.unchanged());
        assertThat(first.takeAgain(next, false)).isEqualTo(Decision.refuse(Refusal.withoutPrecondition()));
        assertThat(first.takeAgain(next, true)).isEqualTo(Assistance.take(next));
    }

    @Test
    @DisplayName("C8 announced are programme, hours, days and whether there is a sanction, no word and nothing else")
    void announced() {
        Assistance assistance =
                of(List.of(obligation("o-1", DAY), obligation("o-2", null)), List.of(sanction("x-1", "o-2", DAY)));
        assertThat(AssistanceSnapshot.of(assistance))
                .isEqualTo(new AssistanceSnapshot(
                        "p-1",
                        "s-1",
                        List.of(
                                new AssistanceSnapshot.ObligationLine(AssistanceProgramme.TANF, 20, DAY, DAY, false),
                                new AssistanceSnapshot.ObligationLine(AssistanceProgramme.TANF, 20, DAY, null, true))));
    }
}
