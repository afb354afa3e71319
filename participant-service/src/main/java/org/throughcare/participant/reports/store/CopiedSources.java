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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.reports.About;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.OnePerson;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

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

    record SiteCopy(
            @Nullable String name,
            @Nullable ZoneId zone,
            @Nullable String programme,
            @Nullable String staffingModel,
            @Nullable Boolean active) {}

    record PersonCopy(
            @Nullable String caseNumber,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable Boolean active,
            @Nullable String mergedInto) {}

    record CaseCopy(
            @Nullable String staffingModel,
            @Nullable String primary,
            Known.@Nullable Handover handover,
            @Nullable List<Known.Introduction> introductions,
            @Nullable LocalDate introductionsDueOn,
            @Nullable LocalDate contactCardGivenOn,
            @Nullable String state,
            @Nullable CareCopy care) {}

    record CareCopy(@Nullable Integer weightPercent) {}

    record CustodyCopy(
            @Nullable String population,
            @Nullable String facility,
            @Nullable LocalDate projectedRelease,
            Known.@Nullable Release release) {}

    record PlanCopy(@Nullable LocalDate reviewDueOn) {}

    record ConsentCopy(
            @Nullable String participant,
            @Nullable String recipientName,
            @Nullable String state,
            @Nullable LocalDate expiresOn) {}

    record StaffCopy(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> settings,
            @Nullable Boolean active,
            Known.@Nullable Clearance clearance) {}

    private final Copies<SiteCopy> sites;
    private final Copies<StaffCopy> staff;
    private final CopyPages copies;
    private final ContactDays contactDays;

    CopiedSources(Copies<SiteCopy> sites, Copies<StaffCopy> staff, CopyPages copies, ContactDays contactDays) {
        this.sites = sites;
        this.staff = staff;
        this.copies = copies;
        this.contactDays = contactDays;
    }

    @Override
    public List<Known.Site> sites() {
        return sites.where("active", true, ALL).stream()
                .map(CopiedSources::site)
                .toList();
    }

    @Override
    public Optional<Known.Site> site(String id) {
        return sites.find(id).map(CopiedSources::site);
    }

    @Override
    public void pages(Known.Site site, About about, Consumer<Known> reader) {
        List<Known.Staff> workers = staff(site);
        OnePerson merged = merged(gt(MERGED_INTO, ""));
        // whoever has several ids comes at the end, with all of them together
        Consumer<List<String>> page = ids -> {
            List<String> alone =
                    ids.stream().filter(id -> !merged.isOneOfSeveral(id)).toList();
            if (!alone.isEmpty()) {
                reader.accept(known(site, about, alone, workers));
            }
        };
        switch (about) {
            case About.Participating _ -> copies.ids(ENROLMENT, at(site, eq("snapshot.state", "PARTICIPATING")), page);
            case About.Enrolled _ -> copies.ids(ENROLMENT, at(site, enrolled()), page);
            case About.FollowUpsUntil(LocalDate day) -> copies.ids(ENROLMENT, at(site, followUpBy(day)), page);
            case About.ReleasesUntil(LocalDate day) -> copies.ids(CUSTODY, at(site, releaseBy(day)), page);
            case About.DueUntil(LocalDate day) -> inPages(dueBy(site, day), page);
            case About.EverybodyInCustody _ -> copies.ids(CUSTODY, atSite(site), page);
            case About.EverybodyEnrolled _ -> copies.ids(ENROLMENT, atSite(site), page);
        }
        inPages(
                merged.survivors(),
                survivors -> copies.ids(
                        PARTICIPANT,
                        at(site, in("_id", survivors)),
                        ids -> reader.accept(merged.asOne(known(site, about, merged.all(ids), workers)))));
    }

    /** Aliases say themselves whose they are. */
    private OnePerson merged(Bson which) {
        Map<String, String> mergedInto = new HashMap<>();
        copies.all(PARTICIPANT, PersonCopy.class, which, (id, person) -> {
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
                copies.all(CONSENT, ConsentCopy.class, expiringBy(day), (id, c) -> String.valueOf(c.participant())),
                ids -> copies.ids(PARTICIPANT, at(site, in("_id", ids)), due::addAll));
        return due;
    }

    private static void inPages(Collection<String> ids, Consumer<List<String>> page) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CopyPages.PAGE) {
            page.accept(all.subList(from, Math.min(all.size(), from + CopyPages.PAGE)));
        }
    }

    private Known known(Known.Site site, About about, List<String> ids, List<Known.Staff> workers) {
        boolean due = about instanceof About.DueUntil;
        boolean releases = about instanceof About.ReleasesUntil;
        boolean enrolled = !releases;
        boolean held = due || releases || about instanceof About.EverybodyInCustody;
        return new Known(
                site,
                copies.withIds(PARTICIPANT, PersonCopy.class, ids, CopiedSources::person),
                copies.withIds(CASE, CaseCopy.class, ids, CopiedSources::caseFile),
                held ? copies.withIds(CUSTODY, CustodyCopy.class, ids, CopiedSources::custody) : List.of(),
                enrolled ? copies.withIds(ENROLMENT, EnrolmentSnapshot.class, ids, (id, e) -> e) : List.of(),
                due
                        ? copies.withIds(PLAN, PlanCopy.class, ids, (id, p) -> new Known.Plan(id, p.reviewDueOn()))
                        : List.of(),
                due ? consents(ids, ((About.DueUntil) about).day()) : List.of(),
                workers);
    }

    private List<Known.Consent> consents(List<String> participants, LocalDate by) {
        return copies.all(
                CONSENT,
                ConsentCopy.class,
                and(in("participant", participants), expiringBy(by)),
                (id, c) -> new Known.Consent(
                        id, String.valueOf(c.participant()), c.recipientName(), c.state(), c.expiresOn()));
    }

    @Override
    public Known caseloads(Known.Site site) {
        List<Known.CaseFile> here =
                copies.all(CASE, CaseCopy.class, at(site, ne("snapshot.state", "CLOSED")), CopiedSources::caseFile);
        OnePerson merged = merged(gt(MERGED_INTO, ""));
        List<String> several = here.stream()
                .map(Known.CaseFile::participant)
                .filter(merged::isOneOfSeveral)
                .map(merged::survivorOf)
                .distinct()
                .toList();
        Set<String> counted = new HashSet<>();
        copies.withIds(CASE, CaseCopy.class, several, CopiedSources::caseFile).stream()
                .filter(Known.CaseFile::open)
                .forEach(each -> counted.add(each.participant()));
        List<Known.Custody> custodies =
                new ArrayList<>(copies.all(CUSTODY, CustodyCopy.class, atSite(site), CopiedSources::custody));
        custodies.removeIf(each -> merged.isOneOfSeveral(each.participant()));
        custodies.addAll(copies.withIds(CUSTODY, CustodyCopy.class, merged.all(several), CopiedSources::custody));
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
        return staff.where("sites", site.id(), ALL).stream()
                .map(CopiedSources::staff)
                .toList();
    }

    private static Known.Site site(Copy<SiteCopy> copy) {
        SiteCopy s = copy.snapshot();
        ZoneId zone = s.zone();
        return new Known.Site(
                copy.id(), s.name(), zone == null ? ZoneId.of("UTC") : zone, s.programme(), s.staffingModel());
    }

    private static Known.Person person(String id, PersonCopy p) {
        return new Known.Person(id, p.caseNumber(), p.givenName(), p.familyName(), p.active());
    }

    private static Known.CaseFile caseFile(String id, CaseCopy c) {
        CareCopy care = c.care();
        return new Known.CaseFile(
                id,
                c.staffingModel(),
                c.primary(),
                c.handover(),
                c.introductions(),
                c.introductionsDueOn(),
                c.contactCardGivenOn(),
                c.state(),
                care == null ? null : care.weightPercent());
    }

    private static Known.Custody custody(String id, CustodyCopy c) {
        return new Known.Custody(id, c.population(), c.facility(), c.projectedRelease(), c.release());
    }

    private static Known.Staff staff(Copy<StaffCopy> copy) {
        StaffCopy s = copy.snapshot();
        return new Known.Staff(copy.id(), s.name(), s.role(), s.settings(), s.active(), s.clearance());
    }
}
