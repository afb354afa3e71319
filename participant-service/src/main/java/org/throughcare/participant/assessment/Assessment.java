package org.throughcare.participant.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A participant's objective assessment, once per person for life. It is complete when its four parts are (Y3). As things change it is
 * repeated: the first part recorded after completion opens another round, and all that was found before stays.
 *
 * @param parts all parts of all rounds, oldest first
 * @param completedOn when the last complete round was completed
 * @param outcomes what became of needs, oldest first
 */
public record Assessment(
        String participant,
        String site,
        ZoneId zone,
        int round,
        List<Recorded> parts,
        @Nullable LocalDate completedOn,
        List<NeedOutcome> outcomes) {

    /** A part as it was recorded. */
    public record Recorded(String id, int round, AssessmentPart part, LocalDate on, String by) {}

    /** A score before and the score after (N2). */
    public record Pair(TestScore pre, TestScore post) {

        /** In points of the test's scale; negative when the score fell. */
        public BigDecimal gain() {
            return post.score().subtract(pre.score());
        }

        /** In grade levels; null unless both scores have one. */
        public @Nullable BigDecimal gradeLevelGain() {
            BigDecimal before = pre.gradeLevel();
            BigDecimal after = post.gradeLevel();
            return before == null || after == null ? null : after.subtract(before);
        }
    }

    /** Older records have no outcomes. */
    public Assessment {
        parts = List.copyOf(parts);
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }

    static Assessment empty(String participant, String site, ZoneId zone) {
        return new Assessment(participant, site, zone, 1, List.of(), null, List.of());
    }

    public Set<AssessmentPart.Kind> done() {
        EnumSet<AssessmentPart.Kind> done = EnumSet.noneOf(AssessmentPart.Kind.class);
        parts.stream()
                .filter(p -> p.round() == round)
                .forEach(p -> done.add(p.part().kind()));
        return done;
    }

    public boolean complete() {
        return completedOn != null;
    }

    /** The parts that the current round still lacks. */
    public List<AssessmentPart.Kind> lacking() {
        Set<AssessmentPart.Kind> done = done();
        return Arrays.stream(AssessmentPart.Kind.values())
                .filter(k -> !done.contains(k))
                .toList();
    }

    /** What the programmes want spoken of and nobody has (N2). */
    public List<String> topicsOpen(Questions questions) {
        List<String> open = new ArrayList<>(questions.topics());
        for (Recorded each : parts) {
            if (each.part() instanceof AssessmentPart.StaffInterview interview) {
                open.removeAll(questions.spokenOf(interview));
            }
        }
        return List.copyOf(open);
    }

    /** Each need that was ever found, from the day it was found after the last outcome to its own (L6). */
    public List<TrackedNeed> needs() {
        List<TrackedNeed> all = new ArrayList<>();
        for (AssessmentPart.Area area : AssessmentPart.Area.values()) {
            all.addAll(needs(area));
        }
        return List.copyOf(all);
    }

    /** In the order of recording, which is that in which staff came to know. */
    private List<TrackedNeed> needs(AssessmentPart.Area area) {
        List<NeedOutcome> ends = outcomes.stream().filter(o -> o.area() == area).toList();
        List<TrackedNeed> found = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            NeedOutcome last = found.isEmpty() ? null : found.getLast().outcome();
            boolean another = found.isEmpty() || (last != null && i >= last.partsBefore());
            Recorded each = parts.get(i);
            if (another && each.part() instanceof AssessmentPart.NeedsAndBarriers checklist) {
                NeedOutcome end = ends.size() > found.size() ? ends.get(found.size()) : null;
                checklist.needs().stream()
                        .filter(n -> n.area() == area && n.needed())
                        .findFirst()
                        .ifPresent(n -> found.add(new TrackedNeed(area, each.on(), n.supportive(), end)));
            }
        }
        return found;
    }

    Decision<Assessment> settle(NeedOutcome outcome, LocalDate today) {
        Optional<TrackedNeed> open = needs().stream()
                .filter(n -> n.area() == outcome.area() && n.open())
                .findFirst();
        if (open.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "L6",
                    "No need for " + outcome.area() + " is open.",
                    needs().stream()
                            .filter(TrackedNeed::open)
                            .map(n -> n.area().name())
                            .toArray(String[]::new)));
        }
        if (outcome.on().isBefore(open.get().since()) || outcome.on().isAfter(today)) {
            return Decision.refuse(Refusal.invalid(
                    "L6",
                    "on",
                    "An outcome lies between " + open.get().since() + ", when the need was found, and today."));
        }
        List<NeedOutcome> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return Decision.accept(
                new Assessment(participant, site, zone, round, parts, completedOn, all),
                new AssessmentEvent.NeedSettled(outcome.id(), outcome.on()));
    }

    /** Each score after with the latest score before it, of the same test and area. */
    public List<Pair> pairs() {
        List<TestScore> all = scores();
        return all.stream()
                .filter(s -> s.stage() == TestScore.Stage.POST)
                .flatMap(post -> preOf(post, all).stream().map(pre -> new Pair(pre, post)))
                .toList();
    }

    private List<TestScore> scores() {
        List<TestScore> all = new ArrayList<>();
        for (Recorded each : parts) {
            if (each.part() instanceof AssessmentPart.BasicSkills skills) {
                all.addAll(skills.scores());
            }
        }
        return all;
    }

    private static Optional<TestScore> preOf(TestScore post, List<TestScore> all) {
        return all.stream().filter(s -> s.canPrecede(post)).max(Comparator.comparing(TestScore::on));
    }

    Decision<Assessment> record(
            String id, AssessmentPart part, LocalDate on, LocalDate today, String by, Questions questions) {
        Optional<Refusal> missing = part.missing()
                .or(() -> day(on, today))
                .or(() -> part instanceof AssessmentPart.StaffInterview interview
                        ? questions.faultIn(interview)
                        : Optional.empty())
                .or(() -> scoresOf(part, today));
        if (missing.isPresent()) {
            return Decision.refuse(missing.get());
        }
        int now = lacking().isEmpty() ? round + 1 : round;
        List<Recorded> all = new ArrayList<>(parts);
        all.add(new Recorded(id, now, part, on, by));
        Assessment next = new Assessment(participant, site, zone, now, all, completedOn, outcomes);
        if (!next.lacking().isEmpty()) {
            return Decision.accept(next, new AssessmentEvent.AssessmentPartRecorded(part.kind(), now));
        }
        LocalDate completed = all.stream()
                .filter(p -> p.round() == now)
                .map(Recorded::on)
                .max(LocalDate::compareTo)
                .orElse(on);
        return Decision.accept(
                new Assessment(participant, site, zone, now, all, completed, outcomes),
                new AssessmentEvent.AssessmentCompleted(now, completed));
    }

    private static Optional<Refusal> day(LocalDate on, LocalDate today) {
        return on.isAfter(today)
                ? Optional.of(Refusal.invalid("Y3", "on", "This day lies in the future."))
                : Optional.empty();
    }

    /** A score after services has one from before them, in this part or an earlier one. */
    private Optional<Refusal> scoresOf(AssessmentPart part, LocalDate today) {
        if (!(part instanceof AssessmentPart.BasicSkills skills)) {
            return Optional.empty();
        }
        if (!skills.scores().stream().allMatch(TestScore::possible)) {
            return Optional.of(Refusal.invalid("N2", "part.scores", "A score lies between 0 and 100000."));
        }
        if (skills.scores().stream().anyMatch(s -> s.on().isAfter(today))) {
            return Optional.of(Refusal.invalid("N2", "part.scores", "A score's day lies in the future."));
        }
        List<TestScore> all = new ArrayList<>(scores());
        all.addAll(skills.scores());
        return skills.scores().stream()
                .filter(s -> s.stage() == TestScore.Stage.POST && preOf(s, all).isEmpty())
                .findFirst()
                .map(s -> Refusal.invalid(
                        "N2",
                        "part.scores",
                        "A score after, of " + s.test() + " " + s.area() + ", has no score from a day before it."));
    }
}
