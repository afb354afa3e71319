package org.throughcare.participant.reports.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static java.util.Objects.requireNonNullElseGet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.reports.About;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.OnePerson;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;

/** One query finds whom a report is about; then their copies are looked up by id and joined in memory, a page at a time. */
final class CopiedSources implements ReportSources {

    /** More than any grantee has sites, or a site has staff. */
    private static final int ALL = 50_000;

    private static final String PARTICIPANT = "participant";
    private static final String CASE = "case";
    private static final String CUSTODY = "custody";
    private static final String ENROLMENT = "enrolment";
    private static final String PLAN = "plan";
    private static final String CONSENT = "consent";
    private static final String MERGED_INTO = "snapshot.mergedInto";

    private final Aggregates<Site> opened;
    private final Copies<Heard.SiteCopy> sites;
    private final Copies<Heard.StaffCopy> staff;
    private final CopyPages copies;
    private final ContactDays contactDays;

    CopiedSources(
            Aggregates<Site> opened,
            Copies<Heard.SiteCopy> sites,
            Copies<Heard.StaffCopy> staff,
            CopyPages copies,
            ContactDays contactDays) {
        this.opened = opened;
        this.sites = sites;
        this.staff = staff;
        this.copies = copies;
        this.contactDays = contactDays;
    }

    @Override
    public List<Known.Site> sites() {
        return sites.where("active", true, ALL).stream()
                .map(Heard::site)
                .sorted(Comparator.comparing((Known.Site site) -> Objects.requireNonNullElse(site.name(), ""))
                        .thenComparing(Known.Site::id))
                .toList();
    }

    /** Also when it was opened a moment ago and the news of it is still on its way. */
    @Override
    public Optional<Known.Site> site(String id) {
        return sites.find(id).map(Heard::site).or(() -> opened.find(id).map(site -> ofOwner(site.state())));
    }

    private static Known.Site ofOwner(Site site) {
        return new Known.Site(
                site.id().toString(),
                site.name(),
                site.zone(),
                site.programme().name(),
                site.staffingModel().name());
    }

    /** Some of those whom a report is about, with the copies by which they were found; where there are none, these are looked up. */
    private record Found(
            List<String> ids,
            @Nullable List<Known.Custody> custodies,
            @Nullable List<Known.Participation> participations,
            @Nullable List<EnrolmentSnapshot> enrolments) {

        static Found byId(List<String> ids) {
            return new Found(ids, null, null, null);
        }

        static Found held(List<Known.Custody> all) {
            return new Found(all.stream().map(Known.Custody::participant).toList(), all, null, null);
        }

        static Found taking(List<Known.Participation> all) {
            return new Found(all.stream().map(Known.Participation::participant).toList(), null, all, null);
        }

        static Found enrolled(List<EnrolmentSnapshot> all) {
            return new Found(all.stream().map(EnrolmentSnapshot::participant).toList(), null, null, all);
        }
    }

    @Override
    public void pages(Known.Site site, About about, Consumer<Known> reader) {
        List<Known.Staff> workers = staff(site);
        OnePerson merged = merged(gt(MERGED_INTO, ""));
        // whoever has several ids comes at the end, with all of them together
        Predicate<String> alone = id -> !merged.isOneOfSeveral(id);
        Consumer<Found> page = found -> {
            if (!found.ids().isEmpty()) {
                reader.accept(known(site, about, found, workers));
            }
        };
        switch (about) {
            case About.Participating _ -> taking(at(site, eq("snapshot.state", "PARTICIPATING")), alone, page);
            case About.Enrolled _ -> taking(at(site, enrolled()), alone, page);
            case About.FollowUpsUntil(LocalDate day) -> taking(at(site, followUpBy(day)), alone, page);
            case About.ReleasesUntil(LocalDate day) -> held(at(site, releaseBy(day)), alone, page);
            case About.DueUntil(LocalDate day) ->
                inPages(dueBy(site, day).stream().filter(alone).toList(), ids -> page.accept(Found.byId(ids)));
            case About.Everybody _ -> {
                held(atSite(site), alone, page);
                copies.ids(ENROLMENT, atSite(site), ids -> page.accept(Found.byId(neverHeld(ids, alone))));
            }
            case About.EverybodyEnrolled _ ->
                copies.pages(
                        ENROLMENT,
                        EnrolmentSnapshot.class,
                        atSite(site),
                        (id, e) -> e,
                        all -> page.accept(Found.enrolled(all.stream()
                                .filter(e -> alone.test(e.participant()))
                                .toList())));
        }
        inPages(
                merged.survivors(),
                survivors -> copies.ids(
                        PARTICIPANT,
                        at(site, in("_id", survivors)),
                        ids -> reader.accept(merged.asOne(known(site, about, Found.byId(merged.all(ids)), workers)))));
    }

    private void taking(Bson which, Predicate<String> alone, Consumer<Found> page) {
        copies.pages(
                ENROLMENT,
                Known.Participation.class,
                which,
                (id, e) -> e,
                all -> page.accept(Found.taking(
                        all.stream().filter(e -> alone.test(e.participant())).toList())));
    }

    private List<String> neverHeld(List<String> ids, Predicate<String> alone) {
        Set<String> held = new HashSet<>();
        copies.ids(CUSTODY, in("_id", ids), held::addAll);
        return ids.stream().filter(alone).filter(id -> !held.contains(id)).toList();
    }

    private void held(Bson which, Predicate<String> alone, Consumer<Found> page) {
        copies.pages(
                CUSTODY,
                Heard.CustodyCopy.class,
                which,
                Heard::custody,
                all -> page.accept(Found.held(
                        all.stream().filter(c -> alone.test(c.participant())).toList())));
    }

    /** Aliases say themselves whose they are. */
    private OnePerson merged(Bson which) {
        Map<String, String> mergedInto = new HashMap<>();
        copies.all(PARTICIPANT, Heard.PersonCopy.class, which, (id, person) -> {
            String into = person.mergedInto();
            if (into != null) {
                mergedInto.put(id, into);
            }
            return id;
        });
        return new OnePerson(mergedInto);
    }

    /** Everybody once, though several things may be due for them: of those only the ids are held together. */
    private Set<String> dueBy(Known.Site site, LocalDate day) {
        Set<String> due = new LinkedHashSet<>();
        copies.ids(PLAN, at(site, lte("snapshot.reviewDueOn", day.toString())), due::addAll);
        copies.ids(ENROLMENT, at(site, lte("snapshot.exitProjectedOn", day.toString())), due::addAll);
        copies.ids(ENROLMENT, at(site, followUpBy(day)), due::addAll);
        copies.ids(CUSTODY, at(site, releaseBy(day)), due::addAll);
        copies.ids(
                CASE,
                at(
                        site,
                        and(
                                in("snapshot.handover.state", "OPEN", "LATE"),
                                lte("snapshot.handover.dueOn", day.toString()))),
                due::addAll);
        copies.ids(CASE, at(site, lte("snapshot.introductionsDueOn", day.toString())), due::addAll);
        // a release of information belongs to no site: those who signed one are looked for at this one
        inPages(
                copies.all(
                        CONSENT, Heard.ConsentCopy.class, expiringBy(day), (id, c) -> String.valueOf(c.participant())),
                ids -> copies.ids(PARTICIPANT, at(site, in("_id", ids)), due::addAll));
        return due;
    }

    private static void inPages(Collection<String> ids, Consumer<List<String>> page) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CopyPages.PAGE) {
            page.accept(all.subList(from, Math.min(all.size(), from + CopyPages.PAGE)));
        }
    }

    private Known known(Known.Site site, About about, Found found, List<Known.Staff> workers) {
        List<String> ids = found.ids();
        boolean due = about instanceof About.DueUntil;
        boolean releases = about instanceof About.ReleasesUntil;
        boolean whole = about instanceof About.Everybody || about instanceof About.EverybodyEnrolled;
        boolean held = due || releases || about instanceof About.Everybody;
        return new Known(
                site,
                copies.withIds(PARTICIPANT, Heard.PersonCopy.class, ids, Heard::person),
                copies.withIds(CASE, Heard.CaseCopy.class, ids, Heard::caseFile),
                requireNonNullElseGet(
                        found.custodies(),
                        () -> held ? copies.withIds(CUSTODY, Heard.CustodyCopy.class, ids, Heard::custody) : List.of()),
                requireNonNullElseGet(
                        found.participations(),
                        () -> whole || releases
                                ? List.of()
                                : copies.withIds(ENROLMENT, Known.Participation.class, ids, (id, e) -> e)),
                requireNonNullElseGet(
                        found.enrolments(),
                        () -> whole
                                ? copies.withIds(ENROLMENT, EnrolmentSnapshot.class, ids, (id, e) -> e)
                                : List.of()),
                due
                        ? copies.withIds(
                                PLAN, Heard.PlanCopy.class, ids, (id, p) -> new Known.Plan(id, p.reviewDueOn()))
                        : List.of(),
                due ? consents(ids, ((About.DueUntil) about).day()) : List.of(),
                workers);
    }

    private List<Known.Consent> consents(List<String> participants, LocalDate by) {
        return copies.all(
                CONSENT,
                Heard.ConsentCopy.class,
                and(in("participant", participants), expiringBy(by)),
                (id, c) -> new Known.Consent(
                        id, String.valueOf(c.participant()), c.recipientName(), c.state(), c.expiresOn()));
    }

    @Override
    public Known caseloads(Known.Site site) {
        List<Known.CaseFile> here =
                copies.all(CASE, Heard.LoadCopy.class, at(site, ne("snapshot.state", "CLOSED")), Heard::load);
        OnePerson merged = merged(gt(MERGED_INTO, ""));
        List<String> several = here.stream()
                .map(Known.CaseFile::participant)
                .filter(merged::isOneOfSeveral)
                .map(merged::survivorOf)
                .distinct()
                .toList();
        Set<String> counted = new HashSet<>();
        copies.withIds(CASE, Heard.LoadCopy.class, several, Heard::load).stream()
                .filter(Known.CaseFile::open)
                .forEach(each -> counted.add(each.participant()));
        // whoever is not known to be inside counts as released
        List<Known.Custody> custodies = new ArrayList<>(copies.all(
                CUSTODY,
                Heard.PopulationCopy.class,
                at(site, ne("snapshot.population", "RELEASED")),
                Heard::population));
        custodies.removeIf(each -> merged.isOneOfSeveral(each.participant()));
        custodies.addAll(copies.withIds(CUSTODY, Heard.PopulationCopy.class, merged.all(several), Heard::population));
        return merged.asOne(new Known(
                site,
                List.of(),
                here.stream()
                        // the survivor's case counts, here or at another site
                        .filter(each -> each.participant().equals(merged.survivorOf(each.participant()))
                                || !counted.contains(merged.survivorOf(each.participant())))
                        .toList(),
                custodies,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                staff(site)));
    }

    @Override
    public Map<String, NavigableSet<LocalDate>> contactDays(Collection<String> participants) {
        OnePerson merged = merged(in(MERGED_INTO, participants));
        Map<String, NavigableSet<LocalDate>> days = new HashMap<>();
        contactDays
                .of(merged.all(participants))
                .forEach((id, own) -> days.merge(merged.survivorOf(id), own, (one, other) -> {
                    TreeSet<LocalDate> both = new TreeSet<>(one);
                    both.addAll(other);
                    return both;
                }));
        return days;
    }

    private static Bson atSite(Known.Site site) {
        return eq("snapshot.site", site.id());
    }

    private static Bson at(Known.Site site, Bson more) {
        return and(atSite(site), more);
    }

    private static Bson enrolled() {
        return or(
                eq("snapshot.state", "PARTICIPATING"),
                and(eq("snapshot.state", "NOT_PARTICIPATING"), exists("snapshot.programmes.0")));
    }

    private static Bson followUpBy(LocalDate day) {
        return elemMatch("snapshot.followUps", and(lte("dueOn", day.toString()), exists("doneOn", false)));
    }

    private static Bson releaseBy(LocalDate day) {
        return and(lte("snapshot.projectedRelease", day.toString()), ne("snapshot.population", "RELEASED"));
    }

    private static Bson expiringBy(LocalDate day) {
        return and(eq("snapshot.state", "IN_FORCE"), lte("snapshot.expiresOn", day.toString()));
    }

    @Override
    public List<Known.Staff> staff(Known.Site site) {
        return staff.where("sites", site.id(), ALL).stream().map(Heard::staff).toList();
    }
}
