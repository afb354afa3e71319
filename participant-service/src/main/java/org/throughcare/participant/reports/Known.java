package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.MonitorFlag;
import org.throughcare.participant.enrolment.Standing;

/**
 * What reports know of some people of one site, as announced. Each is by participant, or by its own id.
 *
 * @param participations of those whom a work list is about
 * @param enrolments with all that was given; of those about whom is reported
 */
public record Known(
        Site site,
        List<Person> people,
        List<CaseFile> cases,
        List<Custody> custodies,
        List<Participation> participations,
        List<EnrolmentSnapshot> enrolments,
        List<Plan> plans,
        List<Consent> consents,
        List<Staff> staff) {

    public record Site(
            String id,
            @Nullable String name,
            ZoneId zone,
            @Nullable String programme,
            @Nullable String staffingModel) {}

    public record Person(
            String id,
            @Nullable String caseNumber,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable Boolean active) {

        public String fullName() {
            return (givenName == null ? "" : givenName + " ") + (familyName == null ? "" : familyName);
        }
    }

    /**
     * @param introductionsDueOn last day on which enough introductions are in time; null where none are missing, or the release is not near
     * @param weightPercent what it counts for on a caseload; null for an ordinary case (H5)
     */
    public record CaseFile(
            String participant,
            @Nullable String staffingModel,
            @Nullable String primary,
            @Nullable Handover handover,
            @Nullable List<Introduction> introductions,
            @Nullable LocalDate introductionsDueOn,
            @Nullable LocalDate contactCardGivenOn,
            @Nullable String state,
            @Nullable Integer weightPercent) {

        public boolean open() {
            return !"CLOSED".equals(state);
        }
    }

    public record Handover(@Nullable String state, @Nullable LocalDate dueOn) {}

    public record Introduction(@Nullable String kind) {}

    public record Custody(
            String participant,
            @Nullable String population,
            @Nullable String facility,
            @Nullable LocalDate projectedRelease,
            @Nullable Release release) {}

    public record Release(String id, LocalDate on, @Nullable String kind) {

        /** Free, and expected to stay so. */
        boolean isReal() {
            return "PLANNED".equals(kind) || "UNPLANNED".equals(kind);
        }
    }

    /** Of an enrolment what work lists say: where it stands and what is due, not what was given. Fields are those of the enrolment. */
    public record Participation(
            String participant,
            Enrolment.State state,
            String period,
            List<EnrolmentSnapshot.InProgramme> programmes,
            @Nullable LocalDate participationStart,
            EnrolmentSnapshot.@Nullable LastService lastService,
            @Nullable LocalDate exitProjectedOn,
            @Nullable LocalDate warnFrom,
            EnrolmentSnapshot.@Nullable Gap gap,
            int unevidenced,
            EnrolmentSnapshot.@Nullable Ended exit,
            List<EnrolmentSnapshot.CheckIn> followUps,
            @Nullable LocalDate followUpEndsOn,
            List<MonitorFlag> flags,
            @Nullable List<String> oneWith)
            implements Standing {

        /** The same, on record under another of the person's ids. */
        Participation under(String id) {
            return new Participation(
                    id,
                    state,
                    period,
                    programmes,
                    participationStart,
                    lastService,
                    exitProjectedOn,
                    warnFrom,
                    gap,
                    unevidenced,
                    exit,
                    followUps,
                    followUpEndsOn,
                    flags,
                    oneWith);
        }
    }

    public record Plan(String participant, @Nullable LocalDate reviewDueOn) {}

    /** A release of information. */
    public record Consent(
            String id,
            String participant,
            @Nullable String recipientName,
            @Nullable String state,
            @Nullable LocalDate expiresOn) {}

    public record Staff(
            String id,
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> settings,
            @Nullable Boolean active,
            @Nullable Clearance clearance) {}

    /** Whether someone may work inside a jail. */
    public record Clearance(
            @Nullable String state, @Nullable LocalDate validUntil) {}
}
