package org.throughcare.participant.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/** One site's people with what is known of each, for joining rows. */
final class Roster {

    private final Known known;
    private final Map<String, Known.Person> people;
    private final Map<String, Known.CaseFile> cases;
    private final Map<String, EnrolmentSnapshot> enrolments;
    private final Map<String, String> staff;

    Roster(Known known) {
        this.known = known;
        this.people = by(known.people(), Known.Person::id);
        this.cases = by(known.cases(), Known.CaseFile::participant);
        this.enrolments = by(known.enrolments(), EnrolmentSnapshot::participant);
        this.staff = by(known.staff(), Known.Staff::id).values().stream()
                .collect(Collectors.toMap(Known.Staff::id, s -> s.name() == null ? s.id() : s.name()));
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (first, again) -> first));
    }

    String siteName() {
        String name = known.site().name();
        return name == null ? known.site().id() : name;
    }

    String caseNumber(String participant) {
        return Optional.ofNullable(people.get(participant))
                .map(Known.Person::caseNumber)
                .orElse("");
    }

    /** Into another record, which stands for both. */
    boolean merged(String participant) {
        return Optional.ofNullable(people.get(participant))
                .map(Known.Person::active)
                .filter(Boolean.FALSE::equals)
                .isPresent();
    }

    String name(String participant) {
        return Optional.ofNullable(people.get(participant))
                .map(Known.Person::fullName)
                .orElse("");
    }

    Optional<Known.CaseFile> caseOf(String participant) {
        return Optional.ofNullable(cases.get(participant));
    }

    Optional<EnrolmentSnapshot> enrolmentOf(String participant) {
        return Optional.ofNullable(enrolments.get(participant));
    }

    String primary(String participant) {
        return caseOf(participant).map(Known.CaseFile::primary).orElse("");
    }

    String workerName(String worker) {
        return staff.getOrDefault(worker, worker);
    }

    String staffingModel(String participant) {
        String ofSite = known.site().staffingModel();
        return caseOf(participant).map(Known.CaseFile::staffingModel).orElse(ofSite == null ? "" : ofSite);
    }
}
