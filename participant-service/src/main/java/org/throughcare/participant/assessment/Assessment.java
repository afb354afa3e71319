package org.throughcare.participant.assessment;

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
 */
public record Assessment(
        String participant,
        String site,
        ZoneId zone,
        int round,
        List<Recorded> parts,
        @Nullable LocalDate completedOn) {

    /** A part as it was recorded. */
    public record Recorded(String id, int round, AssessmentPart part, LocalDate on, String by) {}

    /** A score before and the score after (N2). */
    public record Pair(TestScore pre, TestScore post) {}

    public Assessment {
        parts = List.copyOf(parts);
    }

    static Assessment empty(String participant, String site, ZoneId zone) {
        return new Assessment(participant, site, zone, 1, List.of(), null);
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

    /** What the policy wants spoken of and nobody has (N2). */
    public List<AssessmentPart.Topic> topicsOpen() {
        EnumSet<AssessmentPart.Topic> open = EnumSet.allOf(AssessmentPart.Topic.class);
        for (Recorded each : parts) {
            if (each.part() instanceof AssessmentPart.StaffInterview interview) {
                interview.findings().forEach(f -> open.remove(f.topic()));
            }
        }
        return List.copyOf(open);
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
        return all.stream()
                .filter(s -> s.stage() == TestScore.Stage.PRE && s.sameSubjectAs(post) && !s.on().isAfter(post.on()))
                .max(Comparator.comparing(TestScore::on));
    }

    Decision<Assessment> record(String id, AssessmentPart part, LocalDate on, LocalDate today, String by) {
        Optional<Refusal> missing = part.missing().or(() -> scoresOf(part)).or(() -> day(on, today));
        if (missing.isPresent()) {
            return Decision.refuse(missing.get());
        }
        int now = lacking().isEmpty() ? round + 1 : round;
        List<Recorded> all = new ArrayList<>(parts);
        all.add(new Recorded(id, now, part, on, by));
        Assessment next = new Assessment(participant, site, zone, now, all, completedOn);
        if (!next.lacking().isEmpty()) {
            return Decision.accept(next, new AssessmentEvent.AssessmentPartRecorded(part.kind(), now));
        }
        LocalDate completed = all.stream()
                .filter(p -> p.round() == now)
                .map(Recorded::on)
                .max(LocalDate::compareTo)
                .orElse(on);
        return Decision.accept(
                new Assessment(participant, site, zone, now, all, completed),
                new AssessmentEvent.AssessmentCompleted(now, completed));
    }

    private static Optional<Refusal> day(LocalDate on, LocalDate today) {
        return on.isAfter(today)
                ? Optional.of(Refusal.invalid("Y3", "on", "This day lies in the future."))
                : Optional.empty();
    }

    /** A score after services has one from before them, in this part or an earlier one. */
    private Optional<Refusal> scoresOf(AssessmentPart part) {
        if (!(part instanceof AssessmentPart.BasicSkills skills)) {
            return Optional.empty();
        }
        if (!skills.scores().stream().allMatch(TestScore::possible)) {
            return Optional.of(Refusal.invalid("N2", "part.scores", "A score lies between 0 and 100000."));
        }
        List<TestScore> all = new ArrayList<>(scores());
        all.addAll(skills.scores());
        return skills.scores().stream()
                .filter(s -> s.stage() == TestScore.Stage.POST && preOf(s, all).isEmpty())
                .findFirst()
                .map(s -> Refusal.invalid(
                        "N2",
                        "part.scores",
                        "A score after, of " + s.test() + " " + s.area() + ", has no score before it."));
    }
}
