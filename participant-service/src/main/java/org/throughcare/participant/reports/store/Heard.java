package org.throughcare.participant.reports.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.reports.Known;
import org.throughcare.platform.store.Copy;

/** What reports read of each announcement. No field is read from the store that is not named here. */
final class Heard {

    private Heard() {}

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

    /** Of a case what caseloads are made of. */
    record LoadCopy(
            @Nullable String primary,
            @Nullable String state,
            @Nullable CareCopy care) {}

    /** Of custody what caseloads are made of. */
    record PopulationCopy(@Nullable String population) {}

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

    static Known.Site site(Copy<SiteCopy> copy) {
        SiteCopy s = copy.snapshot();
        ZoneId zone = s.zone();
        return new Known.Site(
                copy.id(), s.name(), zone == null ? ZoneId.of("UTC") : zone, s.programme(), s.staffingModel());
    }

    static Known.Person person(String id, PersonCopy p) {
        return new Known.Person(id, p.caseNumber(), p.givenName(), p.familyName(), p.active());
    }

    static Known.CaseFile caseFile(String id, CaseCopy c) {
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

    static Known.CaseFile load(String id, LoadCopy c) {
        return caseFile(id, new CaseCopy(null, c.primary(), null, null, null, null, c.state(), c.care()));
    }

    static Known.Custody population(String id, PopulationCopy c) {
        return new Known.Custody(id, c.population(), null, null, null);
    }

    static Known.Custody custody(String id, CustodyCopy c) {
        return new Known.Custody(id, c.population(), c.facility(), c.projectedRelease(), c.release());
    }

    static Known.Staff staff(Copy<StaffCopy> copy) {
        StaffCopy s = copy.snapshot();
        return new Known.Staff(copy.id(), s.name(), s.role(), s.settings(), s.active(), s.clearance());
    }
}
