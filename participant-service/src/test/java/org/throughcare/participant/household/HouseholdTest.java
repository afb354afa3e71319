package org.throughcare.participant.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.json.Documents;

/** A household's life: opened, joined, led, planned for, left. */
class HouseholdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static Member member(String id, @Nullable String participant, boolean head) {
        return new Member(
                id,
                participant,
                null,
                participant == null ? "Name of " + id : null,
                head ? Relationship.PARENT : Relationship.CHILD,
                head,
                TODAY.minusDays(30),
                null);
    }

    private static Decision<Household> open(Approach approach, Member... members) {
        return Household.open(new Household("h-1", "s-1", ZONE, TODAY, approach, List.of(members), null), TODAY);
    }

    private static Household family() {
        return accepted(open(Approach.FAMILY_CENTRED, member("m-1", "p-1", true), member("m-2", null, false)));
    }

    private static FamilyGoal goal(String id, String... members) {
        return new FamilyGoal(
                id,
                "Maya reads at grade level",
                "the school's test in June",
                "She wants to pass fourth grade",
                TODAY.plusDays(40),
                "mother",
                List.of(members),
                FamilyGoal.State.OPEN,
                null,
                null);
    }

    private static Household planned() {
        return accepted(family().startPlan(
                        new FamilyPlan(
                                TODAY.minusDays(20), "read together", List.of(goal("g-1", "m-1", "m-2")), List.of()),
                        TODAY));
    }

    private static Participation took(String id, String member, String goal, LocalDate on) {
        return new Participation(id, member, goal, on, "read two chapters aloud", null, "w-1");
    }

    private static Household accepted(Decision<Household> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Household>) decision).state();
    }

    /** Refused, and so nothing is announced. */
    private static Refusal refused(Decision<Household> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Household>) decision).refusal();
    }

    @Test
    @DisplayName("H4 a household has participants and people who are none, and exactly one head")
    void opened() {
        Household family = family();
        assertThat(family.current()).extracting(Member::id).containsExactly("m-1", "m-2");
        assertThat(refused(open(Approach.INDIVIDUAL, member("m-1", "p-1", false)))
                        .reason())
                .contains("one head");
        assertThat(refused(open(Approach.INDIVIDUAL, member("m-1", "p-1", true), member("m-2", "p-2", true)))
                        .rule())
                .isEqualTo("H4");
        assertThat(refused(open(Approach.INDIVIDUAL, member("m-1", "p-1", true), member("m-2", "p-1", false)))
                        .reason())
                .contains("twice");
    }

    @Test
    @DisplayName("H4 who is no participant is put down by name, and nobody is a member before the day they come")
    void members() {
        Member nameless = new Member("m-3", null, null, " ", Relationship.SIBLING, false, TODAY, null);
        assertThat(refused(family().join(nameless, TODAY)).field()).isEqualTo("name");
        Member tomorrow = new Member("m-3", "p-3", null, null, Relationship.SIBLING, false, TODAY.plusDays(1), null);
        assertThat(refused(family().join(tomorrow, TODAY)).field()).isEqualTo("from");
        assertThat(accepted(family().join(tomorrow, TODAY.plusDays(1))).current())
                .hasSize(3);
    }

    @Test
    @DisplayName("H4 the head leaves last or names another one before; the day of leaving is no day in the household")
    void leaving() {
        Household family = family();
        assertThat(refused(family.leave("m-1", TODAY, TODAY)).allowed()).containsExactly("name another head");
        Household led = accepted(family.nameHead("m-2"));
        assertThat(led.member("m-1").orElseThrow().head()).isFalse();
        assertThat(led.nameHead("m-2")).isInstanceOf(Decision.Unchanged.class);
        Household left = accepted(led.leave("m-1", TODAY, TODAY));
        Member gone = left.member("m-1").orElseThrow();
        assertThat(gone.isIn(TODAY.minusDays(1))).isTrue();
        assertThat(gone.isIn(TODAY)).isFalse();
        assertThat(gone.isIn(TODAY.minusDays(30))).as("the day they came").isTrue();
        assertThat(gone.isIn(TODAY.minusDays(31))).isFalse();
        assertThat(left.leave("m-1", TODAY, TODAY)).isInstanceOf(Decision.Unchanged.class);
        assertThat(refused(left.nameHead("m-1")).field()).isEqualTo("member");
        Household empty = accepted(left.leave("m-2", TODAY, TODAY));
        assertThat(empty.current()).isEmpty();
        assertThat(refused(empty.join(member("m-4", "p-4", false), TODAY)).allowed())
                .containsExactly("join as head");
    }

    @Test
    @DisplayName("H4 nobody leaves tomorrow, or before they came")
    void leavingBounds() {
        Household family = family();
        assertThat(refused(family.leave("m-2", TODAY.plusDays(1), TODAY)).field())
                .isEqualTo("on");
        assertThat(refused(family.leave("m-2", TODAY.minusDays(31), TODAY)).field())
                .isEqualTo("on");
        assertThat(accepted(family.leave("m-2", TODAY.minusDays(30), TODAY)).current())
                .hasSize(1);
    }

    @Test
    @DisplayName("H4 a family plan needs family-centred work, and work goes back to individual when no goal is open")
    void approach() {
        Household single = accepted(open(Approach.INDIVIDUAL, member("m-1", "p-1", true)));
        FamilyPlan plan = new FamilyPlan(TODAY, "", List.of(goal("g-1", "m-1")), List.of());
        assertThat(refused(single.startPlan(plan, TODAY)).allowed()).containsExactly("make it family-centred");
        Household planned =
                accepted(accepted(single.workBy(Approach.FAMILY_CENTRED)).startPlan(plan, TODAY));
        assertThat(planned.workBy(Approach.FAMILY_CENTRED)).isInstanceOf(Decision.Unchanged.class);
        assertThat(refused(planned.workBy(Approach.INDIVIDUAL)).rule()).isEqualTo("H4");
        Household closed =
                accepted(planned.closeGoal("g-1", FamilyGoal.State.ACHIEVED, "passed the test", TODAY, TODAY));
        assertThat(accepted(closed.workBy(Approach.INDIVIDUAL)).approach()).isEqualTo(Approach.INDIVIDUAL);
    }

    @Test
    @DisplayName("H4 N1 H6 a goal of the family names what is missing in it, and members who are in the household")
    void goals() {
        Household planned = planned();
        Function<FamilyGoal, Refusal> refusal = goal -> refused(planned.setGoal(goal, TODAY));
        FamilyGoal vague = new FamilyGoal(
                "g-2", "Do better", "", " ", null, "mother", List.of("m-1"), FamilyGoal.State.OPEN, null, null);
        assertThat(refusal.apply(vague).reason()).contains("measure", "relevance", "targetDate");
        FamilyGoal untitled = new FamilyGoal(
                "g-2", " ", "m", "r", TODAY, "mother", List.of("m-1"), FamilyGoal.State.OPEN, null, null);
        assertThat(refusal.apply(untitled).field()).isEqualTo("title");
        assertThat(refusal.apply(goal("g-2")).field()).isEqualTo("members");
        assertThat(refusal.apply(goal("g-2", "m-1", "stranger")).reason()).contains("stranger");
        assertThat(refusal.apply(goal("g-1", "m-1")).reason()).contains("already");
        assertThat(accepted(planned.setGoal(goal("g-2", "m-1"), TODAY)).plan())
                .satisfies(p -> assertThat(p == null ? List.of() : p.goals()).hasSize(2));
    }

    @Test
    @DisplayName("H4 a goal closes between the plan's start and today, once")
    void closing() {
        Household planned = planned();
        assertThat(refused(planned.closeGoal("g-1", FamilyGoal.State.DROPPED, "moved", TODAY.plusDays(1), TODAY))
                        .field())
                .isEqualTo("on");
        assertThat(refused(planned.closeGoal("g-1", FamilyGoal.State.DROPPED, "moved", TODAY.minusDays(21), TODAY))
                        .field())
                .isEqualTo("on");
        Household closed =
                accepted(planned.closeGoal("g-1", FamilyGoal.State.DROPPED, "moved", TODAY.minusDays(20), TODAY));
        assertThat(refused(closed.closeGoal("g-1", FamilyGoal.State.ACHIEVED, "after all", TODAY, TODAY))
                        .rule())
                .isEqualTo("H4");
    }

    @Test
    @DisplayName("H2 H4 taking part is recorded with a day and a note, for members on that day whom the goal names")
    void takingPart() {
        Household planned = planned();
        Household took = accepted(planned.tookPart(took("t-1", "m-2", "g-1", TODAY), TODAY));
        assertThat(HouseholdSnapshot.of(took).members())
                .filteredOn(m -> m.id().equals("m-2"))
                .singleElement()
                .satisfies(m -> assertThat(m.tookPartOn()).containsExactly(TODAY));
        assertThat(HouseholdSnapshot.of(took).members())
                .filteredOn(m -> m.id().equals("m-1"))
                .singleElement()
                .satisfies(m -> assertThat(m.tookPartOn()).isEmpty());
        assertThat(refused(planned.tookPart(took("t-1", "m-9", "g-1", TODAY), TODAY))
                        .field())
                .isEqualTo("member");
        assertThat(refused(planned.tookPart(took("t-1", "m-2", "g-9", TODAY), TODAY))
                        .field())
                .isEqualTo("goal");
        assertThat(refused(planned.tookPart(took("t-1", "m-2", "g-1", TODAY.plusDays(1)), TODAY))
                        .field())
                .isEqualTo("on");
        assertThat(refused(planned.tookPart(took("t-1", "m-2", "g-1", TODAY.minusDays(21)), TODAY))
                        .field())
                .isEqualTo("on");
        assertThat(accepted(planned.tookPart(took("t-1", "m-2", "g-1", TODAY.minusDays(20)), TODAY)))
                .isNotNull();
        Participation silent = new Participation("t-1", "m-2", "g-1", TODAY, " ", null, "w-1");
        assertThat(refused(planned.tookPart(silent, TODAY)).field()).isEqualTo("note");
        assertThat(refused(took.tookPart(took("t-1", "m-2", "g-1", TODAY), TODAY))
                        .reason())
                .contains("already");
    }

    @Test
    @DisplayName("H4 a member who took part on a day was in the household on it: they cannot have left before")
    void leavingAfterTakingPart() {
        Household took = accepted(planned().tookPart(took("t-1", "m-2", "g-1", TODAY.minusDays(3)), TODAY));
        assertThat(refused(took.leave("m-2", TODAY.minusDays(3), TODAY)).reason())
                .contains("took part");
        assertThat(accepted(took.leave("m-2", TODAY.minusDays(2), TODAY)).current())
                .hasSize(1);
    }

    @Test
    @DisplayName("H4 what is announced of a household has no name, no words of a goal and no note")
    void announced() {
        Household took = accepted(planned().tookPart(took("t-1", "m-2", "g-1", TODAY), TODAY));
        assertThat(Documents.of(HouseholdSnapshot.of(took)).toJson())
                .doesNotContain("Name of m-2", "Maya", "read together", "two chapters")
                .contains("p-1", TODAY.toString());
    }

    @Test
    @DisplayName("H4 nobody is in the list twice: by the member's id, as a participant or as a resident")
    void twice() {
        assertThat(refused(open(Approach.INDIVIDUAL, member("m-1", "p-1", true), member("m-1", "p-2", false)))
                        .reason())
                .contains("twice");
        assertThat(refused(open(Approach.INDIVIDUAL, resident("m-1", true), resident("m-2", false)))
                        .reason())
                .contains("twice");
        Household family = family();
        assertThat(refused(family.join(member("m-2", "p-7", false), TODAY)).reason())
                .contains("this member already");
        assertThat(refused(family.join(member("m-3", "p-1", false), TODAY)).reason())
                .contains("already");
        Household left = accepted(family.leave("m-2", TODAY, TODAY));
        assertThat(accepted(left.join(member("m-4", "p-1-a", false), TODAY)).current())
                .hasSize(2);
        assertThat(refused(left.leave("m-9", TODAY, TODAY)).field()).isEqualTo("member");
        assertThat(refused(left.leave("m-2", TODAY.minusDays(1), TODAY)).reason())
                .contains("left on");
    }

    private static Member resident(String id, boolean head) {
        return new Member(id, null, "r-1", "Name of " + id, Relationship.PARENT, head, TODAY, null);
    }

    @Test
    @DisplayName("H4 who joins a household that somebody is in is not its head")
    void secondHead() {
        assertThat(refused(family().join(member("m-3", "p-3", true), TODAY)).allowed())
                .containsExactly("join, then name the head");
    }

    @Test
    @DisplayName(
            "H4 a family has one plan, which starts with goals, each there once; without it there is nothing to close or do")
    void onePlan() {
        Household family = family();
        FamilyPlan none = new FamilyPlan(TODAY, "", List.of(), List.of());
        assertThat(refused(family.startPlan(none, TODAY)).field()).isEqualTo("goals");
        FamilyPlan same = new FamilyPlan(TODAY, "", List.of(goal("g-1", "m-1"), goal("g-1", "m-2")), List.of());
        assertThat(refused(family.startPlan(same, TODAY)).reason()).contains("the same");
        FamilyPlan strange = new FamilyPlan(TODAY, "", List.of(goal("g-1", "m-9")), List.of());
        assertThat(refused(family.startPlan(strange, TODAY)).field()).isEqualTo("members");
        assertThat(refused(planned().startPlan(same, TODAY)).allowed()).containsExactly("set a goal");
        for (Decision<Household> each : List.of(
                family.setGoal(goal("g-1", "m-1"), TODAY),
                family.closeGoal("g-1", FamilyGoal.State.DROPPED, "moved", TODAY, TODAY),
                family.tookPart(took("t-1", "m-1", "g-1", TODAY), TODAY))) {
            assertThat(refused(each).allowed()).containsExactly("start a family plan");
        }
        assertThat(refused(planned().closeGoal("g-1", FamilyGoal.State.OPEN, "", TODAY, TODAY))
                        .reason())
                .contains("no such open goal");
        Household alone = accepted(accepted(planned().closeGoal("g-1", FamilyGoal.State.DROPPED, "", TODAY, TODAY))
                .workBy(Approach.INDIVIDUAL));
        assertThat(refused(alone.setGoal(goal("g-2", "m-1"), TODAY)).allowed()).containsExactly("start a family plan");
    }

    @Test
    @DisplayName("N1 H6 a goal of the family is due today at the earliest, and somebody is responsible for it")
    void goalInTime() {
        assertThat(accepted(planned().setGoal(dueOn(TODAY, "mother"), TODAY))).isNotNull();
        assertThat(refused(planned().setGoal(dueOn(TODAY.minusDays(1), "mother"), TODAY))
                        .field())
                .isEqualTo("targetDate");
        assertThat(refused(planned().setGoal(dueOn(TODAY, " "), TODAY)).field()).isEqualTo("responsible");
    }

    private static FamilyGoal dueOn(LocalDate target, String responsible) {
        return new FamilyGoal(
                "g-2", "t", "m", "r", target, responsible, List.of("m-1"), FamilyGoal.State.OPEN, null, null);
    }

    @Test
    @DisplayName(
            "H2 H4 a goal that names others is none to have taken part in, nor is the day after somebody left one to do it on")
    void tookPartForThis() {
        Household planned = accepted(planned().setGoal(goal("g-2", "m-1"), TODAY));
        assertThat(refused(planned.tookPart(took("t-1", "m-2", "g-2", TODAY), TODAY))
                        .field())
                .isEqualTo("goal");
        Household left = accepted(planned.leave("m-2", TODAY.minusDays(1), TODAY));
        assertThat(refused(left.tookPart(took("t-1", "m-2", "g-1", TODAY.minusDays(1)), TODAY))
                        .field())
                .isEqualTo("member");
        assertThat(accepted(left.tookPart(took("t-1", "m-2", "g-1", TODAY.minusDays(2)), TODAY)))
                .isNotNull();
    }

    @Test
    @DisplayName("H4 what is wrong with one of the first members is wrong with the household")
    void openedWithAFault() {
        Member tomorrow = new Member("m-2", "p-2", null, null, Relationship.CHILD, false, TODAY.plusDays(1), null);
        assertThat(refused(open(Approach.INDIVIDUAL, member("m-1", "p-1", true), tomorrow))
                        .field())
                .isEqualTo("from");
    }

    @Test
    @DisplayName(
            "H4 a goal names nobody who has left, and who stays may take part again, and keeps nobody else from leaving")
    void others() {
        Household took = accepted(planned().tookPart(took("t-1", "m-1", "g-1", TODAY), TODAY));
        assertThat(accepted(took.tookPart(took("t-2", "m-1", "g-1", TODAY), TODAY)))
                .isNotNull();
        Household left = accepted(took.leave("m-2", TODAY, TODAY));
        assertThat(refused(left.setGoal(goal("g-2", "m-2"), TODAY)).reason()).contains("m-2");
        Household two = accepted(left.setGoal(goal("g-2", "m-1"), TODAY));
        Household one = accepted(two.closeGoal("g-2", FamilyGoal.State.ACHIEVED, "read", TODAY, TODAY));
        assertThat(refused(one.workBy(Approach.INDIVIDUAL)).reason()).contains("open goals");
        assertThat(HouseholdSnapshot.of(one).openGoals()).isEqualTo(1);
    }
}
