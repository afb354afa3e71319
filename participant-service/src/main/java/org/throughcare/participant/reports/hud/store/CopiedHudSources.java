package org.throughcare.participant.reports.hud.store;

import static com.mongodb.client.model.Filters.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.hud.HudSources;
import org.throughcare.participant.reports.hud.Involvement;
import org.throughcare.participant.reports.hud.ResidentRoster;
import org.throughcare.participant.reports.store.ContactDays;
import org.throughcare.participant.reports.store.CopyPages;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Looks up by id, so many at a time; a roster has thousands of residents, never the grantee's whole population. */
final class CopiedHudSources implements HudSources {

    private static final int MANY_ROSTERS = 1_000;
    /** Records are merged one into another a few times, if at all. */
    private static final int MERGED_IN_A_ROW = 8;

    private static final String PARTICIPANT = "participant";

    record PersonCopy(
            @Nullable String caseNumber,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable Boolean active,
            @Nullable String mergedInto) {}

    record HouseholdCopy(@Nullable List<MemberCopy> members) {}

    record MemberCopy(
            @Nullable String participant,
            @Nullable String resident,
            @Nullable List<LocalDate> tookPartOn) {}

    private final Aggregates<ResidentRoster> rosters;
    private final CopyPages copies;
    private final CareDays care;
    private final ContactDays contacts;

    CopiedHudSources(Aggregates<ResidentRoster> rosters, CopyPages copies, CareDays care, ContactDays contacts) {
        this.rosters = rosters;
        this.copies = copies;
        this.care = care;
        this.contacts = contacts;
    }

    @Override
    public Optional<ResidentRoster> rosterOf(String site, LocalDate until) {
        return rosters.where("site", site, MANY_ROSTERS).stream()
                .map(Stored::state)
                .filter(roster -> !roster.on().isAfter(until))
                .max(Comparator.comparing(ResidentRoster::on));
    }

    @Override
    public Residents residents(Collection<String> participants, Collection<String> residents, Set<String> faceToFace) {
        Map<String, PersonCopy> found = new HashMap<>();
        look(participants, found);
        others(participants, found);
        Map<String, String> recordOf = new HashMap<>();
        Map<String, Known.Person> people = new HashMap<>();
        found.forEach((id, person) -> {
            String standing = standing(id, found);
            if (!standing.equals(id)) {
                recordOf.put(id, standing);
            }
            PersonCopy of = found.getOrDefault(standing, person);
            people.put(
                    standing,
                    new Known.Person(standing, of.caseNumber(), of.givenName(), of.familyName(), of.active()));
        });
        Set<String> all = new HashSet<>(participants);
        all.addAll(found.keySet());
        Map<String, Involvement> involvement = new HashMap<>();
        Map<String, Involvement> byResident = new HashMap<>();
        individual(all, faceToFace, (id, each) -> put(involvement, recordOf.getOrDefault(id, id), each));
        families(PARTICIPANT, all, member -> {
            String who = member.participant();
            if (who != null && all.contains(who)) {
                put(involvement, recordOf.getOrDefault(who, who), took(member));
            }
        });
        Set<String> wanted = new HashSet<>(residents);
        families("resident", wanted, member -> {
            String who = member.resident();
            if (who != null && wanted.contains(who)) {
                put(byResident, who, took(member));
            }
        });
        return new Residents(people, recordOf, involvement, byResident);
    }

    private static void put(Map<String, Involvement> into, String id, Involvement more) {
        into.merge(id, more, Involvement::and);
    }

    /** Those with these ids, and those whom they were merged into. */
    private void look(Collection<String> ids, Map<String, PersonCopy> found) {
        Set<String> next = new HashSet<>(ids);
        for (int round = 0; round < MERGED_IN_A_ROW && !next.isEmpty(); round++) {
            Set<String> after = new HashSet<>();
            inPages(
                    next,
                    page -> copies.withIds(PARTICIPANT, PersonCopy.class, page, (id, person) -> {
                        found.put(id, person);
                        String into = person.mergedInto();
                        if (into != null) {
                            after.add(into);
                        }
                        return id;
                    }));
            after.removeAll(found.keySet());
            next = after;
        }
    }

    /** Those who were merged into these, because what is on record under either is of one person. */
    private void others(Collection<String> ids, Map<String, PersonCopy> found) {
        Set<String> next = new HashSet<>(ids);
        next.addAll(found.keySet());
        for (int round = 0; round < MERGED_IN_A_ROW && !next.isEmpty(); round++) {
            Set<String> after = new HashSet<>();
            inPages(
                    next,
                    page -> copies.all(PARTICIPANT, PersonCopy.class, in("snapshot.mergedInto", page), (id, person) -> {
                        if (found.put(id, person) == null) {
                            after.add(id);
                        }
                        return id;
                    }));
            next = after;
        }
    }

    private static String standing(String id, Map<String, PersonCopy> found) {
        String at = id;
        for (int round = 0; round < MERGED_IN_A_ROW; round++) {
            PersonCopy person = found.get(at);
            String into = person == null ? null : person.mergedInto();
            if (into == null) {
                return at;
            }
            at = into;
        }
        return at;
    }

    private void individual(Set<String> ids, Set<String> faceToFace, BiConsumer<String, Involvement> involved) {
        inPages(ids, page -> {
            Map<String, CareDays.Days> days = care.of(page);
            Map<String, NavigableSet<LocalDate>> met = contacts.of(page, faceToFace);
            for (String id : page) {
                CareDays.Days of = days.get(id);
                involved.accept(
                        id,
                        new Involvement(
                                of == null ? null : of.planSince(),
                                of == null ? new TreeSet<>() : of.assessedOn(),
                                met.getOrDefault(id, new TreeSet<>()),
                                new TreeSet<>()));
            }
        });
    }

    /** @param by what members are looked for by */
    private void families(String by, Set<String> ids, Consumer<MemberCopy> member) {
        inPages(ids, page -> {
            List<MemberCopy> members = new ArrayList<>();
            copies.all("household", HouseholdCopy.class, in("snapshot.members." + by, page), (id, household) -> {
                List<MemberCopy> all = household.members();
                members.addAll(all == null ? List.of() : all);
                return id;
            });
            members.forEach(member);
        });
    }

    private static Involvement took(MemberCopy member) {
        List<LocalDate> days = member.tookPartOn();
        return new Involvement(
                null, new TreeSet<>(), new TreeSet<>(), days == null ? new TreeSet<>() : new TreeSet<>(days));
    }

    private static void inPages(Collection<String> ids, Consumer<List<String>> page) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CopyPages.PAGE) {
            page.accept(all.subList(from, Math.min(all.size(), from + CopyPages.PAGE)));
        }
    }
}
