package org.throughcare.participant.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Standing;

/**
 * Which ids are one person's, so that reports have each person once (H8): under the survivor's id, name and worker, with the case
 * that is open, the custody and the plan that are read first, the enrolment that runs, and what was given under any of the ids.
 */
public final class OnePerson {

    private final Map<String, String> survivors = new HashMap<>();
    private final Map<String, List<String>> aliases = new LinkedHashMap<>();

    /** @param mergedInto by alias */
    public OnePerson(Map<String, String> mergedInto) {
        mergedInto.keySet().stream().sorted().forEach(alias -> {
            String survivor = resolved(alias, mergedInto);
            if (!survivor.equals(alias)) {
                survivors.put(alias, survivor);
                aliases.computeIfAbsent(survivor, id -> new ArrayList<>()).add(alias);
            }
        });
    }

    /** Those merged into one another go on standing for themselves, as everywhere. */
    private static String resolved(String alias, Map<String, String> mergedInto) {
        Set<String> met = new HashSet<>();
        String at = alias;
        while (met.add(at)) {
            String next = mergedInto.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return alias;
    }

    /** Whether this is one of several ids of a person. */
    public boolean isOneOfSeveral(String id) {
        return survivors.containsKey(id) || aliases.containsKey(id);
    }

    public Set<String> survivors() {
        return aliases.keySet();
    }

    public String survivorOf(String id) {
        return survivors.getOrDefault(id, id);
    }

    /** These with their aliases. */
    public List<String> all(Collection<String> standing) {
        return standing.stream().flatMap(id -> ids(id).stream()).toList();
    }

    private List<String> ids(String survivor) {
        return Stream.concat(Stream.of(survivor), aliases.getOrDefault(survivor, List.of()).stream())
                .toList();
    }

    /** What is known under several ids, as of one person each. */
    public Known asOne(Known known) {
        return new Known(
                known.site(),
                known.people().stream()
                        .filter(each -> !survivors.containsKey(each.id()))
                        .toList(),
                each(known.cases(), Known.CaseFile::participant, OnePerson::caseOf),
                each(
                        known.custodies(),
                        Known.Custody::participant,
                        (id, all) -> Stream.of(all.getFirst())
                                .map(c -> new Known.Custody(
                                        id, c.population(), c.facility(), c.projectedRelease(), c.release()))),
                each(
                        known.participations(),
                        Known.Participation::participant,
                        (id, all) -> Standing.counting(all).map(e -> e.under(id)).stream()),
                each(
                        known.enrolments(),
                        EnrolmentSnapshot::participant,
                        (id, all) -> EnrolmentSnapshot.ofPerson(all).map(e -> e.under(id)).stream()),
                each(
                        known.plans(),
                        Known.Plan::participant,
                        (id, all) -> Stream.of(new Known.Plan(id, all.getFirst().reviewDueOn()))),
                each(
                        known.consents(),
                        Known.Consent::participant,
                        (id, all) -> all.stream()
                                .map(c -> new Known.Consent(c.id(), id, c.recipientName(), c.state(), c.expiresOn()))),
                known.staff());
    }

    /** How the records of one person become what is reported of them. */
    private interface Joining<T> {
        Stream<T> join(String survivor, List<T> all);
    }

    private static Stream<Known.CaseFile> caseOf(String survivor, List<Known.CaseFile> all) {
        Known.CaseFile counts =
                all.stream().filter(Known.CaseFile::open).findFirst().orElseGet(all::getFirst);
        return Stream.of(new Known.CaseFile(
                survivor,
                counts.staffingModel(),
                counts.primary(),
                counts.handover(),
                counts.introductions(),
                counts.introductionsDueOn(),
                counts.contactCardGivenOn(),
                counts.state(),
                counts.weightPercent()));
    }

    private <T> List<T> each(List<T> known, Function<T, String> under, Joining<T> joining) {
        Map<String, List<T>> byPerson = new LinkedHashMap<>();
        known.forEach(one -> byPerson.computeIfAbsent(survivorOf(under.apply(one)), id -> new ArrayList<>())
                .add(one));
        List<T> joined = new ArrayList<>();
        byPerson.forEach((survivor, all) -> {
            if (isOneOfSeveral(survivor)) {
                List<String> order = ids(survivor);
                all.sort(Comparator.comparingInt(one -> order.indexOf(under.apply(one))));
                joining.join(survivor, all).forEach(joined::add);
            } else {
                joined.addAll(all);
            }
        });
        return joined;
    }
}
