package org.throughcare.participant.reports.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/** One look-up per kind of copy and site; rows are joined in memory. */
final class CopiedSources implements ReportSources {

    /** More than any site has; a site past it would miss rows, so it is far past it. */
    private static final int ALL = 50_000;

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
            @Nullable Boolean active) {}

    record CaseCopy(
            @Nullable String staffingModel,
            @Nullable String primary,
            Known.@Nullable Handover handover,
            @Nullable List<Known.Introduction> introductions,
            @Nullable LocalDate contactCardGivenOn,
            @Nullable String state,
            @Nullable CareCopy care) {}

    record CareCopy(@Nullable Integer weightPercent) {}

    record CustodyCopy(
            @Nullable String population,
            @Nullable String facility,
            @Nullable LocalDate projectedRelease,
            Known.@Nullable Release release) {}

    record StaffCopy(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> settings,
            @Nullable Boolean active) {}

    private final Copies<SiteCopy> sites;
    private final Copies<PersonCopy> people;
    private final Copies<CaseCopy> cases;
    private final Copies<CustodyCopy> custodies;
    private final Copies<EnrolmentSnapshot> enrolments;
    private final Copies<StaffCopy> staff;
    private final ContactDays contactDays;

    CopiedSources(
            Copies<SiteCopy> sites,
            Copies<PersonCopy> people,
            Copies<CaseCopy> cases,
            Copies<CustodyCopy> custodies,
            Copies<EnrolmentSnapshot> enrolments,
            Copies<StaffCopy> staff,
            ContactDays contactDays) {
        this.sites = sites;
        this.people = people;
        this.cases = cases;
        this.custodies = custodies;
        this.enrolments = enrolments;
        this.staff = staff;
        this.contactDays = contactDays;
    }

    @Override
    public List<Known.Site> sites() {
        return sites.where("active", true, ALL).stream()
                .map(CopiedSources::site)
                .toList();
    }

    @Override
    public Optional<Known> of(String site) {
        return sites.find(site)
                .map(found -> new Known(
                        site(found),
                        people.where("site", site, ALL).stream()
                                .map(CopiedSources::person)
                                .toList(),
                        cases.where("site", site, ALL).stream()
                                .map(CopiedSources::caseFile)
                                .toList(),
                        custodies.where("site", site, ALL).stream()
                                .map(CopiedSources::custody)
                                .toList(),
                        enrolments.where("site", site, ALL).stream()
                                .map(Copy::snapshot)
                                .toList(),
                        staff.where("sites", site, ALL).stream()
                                .map(CopiedSources::staff)
                                .toList()));
    }

    @Override
    public Map<String, NavigableSet<LocalDate>> contactDays(Collection<String> participants) {
        return contactDays.of(participants);
    }

    private static Known.Site site(Copy<SiteCopy> copy) {
        SiteCopy s = copy.snapshot();
        ZoneId zone = s.zone();
        return new Known.Site(
                copy.id(), s.name(), zone == null ? ZoneId.of("UTC") : zone, s.programme(), s.staffingModel());
    }

    private static Known.Person person(Copy<PersonCopy> copy) {
        PersonCopy p = copy.snapshot();
        return new Known.Person(copy.id(), p.caseNumber(), p.givenName(), p.familyName(), p.active());
    }

    private static Known.CaseFile caseFile(Copy<CaseCopy> copy) {
        CaseCopy c = copy.snapshot();
        CareCopy care = c.care();
        return new Known.CaseFile(
                copy.id(),
                c.staffingModel(),
                c.primary(),
                c.handover(),
                c.introductions(),
                c.contactCardGivenOn(),
                c.state(),
                care == null ? null : care.weightPercent());
    }

    private static Known.Custody custody(Copy<CustodyCopy> copy) {
        CustodyCopy c = copy.snapshot();
        return new Known.Custody(copy.id(), c.population(), c.facility(), c.projectedRelease(), c.release());
    }

    private static Known.Staff staff(Copy<StaffCopy> copy) {
        StaffCopy s = copy.snapshot();
        return new Known.Staff(copy.id(), s.name(), s.role(), s.settings(), s.active());
    }
}
