package org.throughcare.participant.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.contact.BusyTime;
import org.throughcare.participant.contact.Contact;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.participant.identity.Identifier;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.participant.identity.PriorityGround;
import org.throughcare.participant.identity.Supervision;

/** What the identity paths are sent. */
final class IdentityRequests {

    private static final int NAME = 100;

    private IdentityRequests() {}

    record IdentifierRequest(
            Identifier.@NotNull Kind kind,
            @Nullable @Size(max = 100) String issuer,
            @NotBlank @Size(max = 40) String value) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "IdentifierRequest[" + kind + "]";
        }
    }

    /** Who someone is. */
    record IdentityRequest(
            @NotBlank @Size(max = NAME) String givenName,
            @NotBlank @Size(max = NAME) String familyName,
            @Nullable @Size(max = NAME) String preferredName,
            @Nullable @Size(max = 35) String language,
            @Nullable @Past LocalDate dateOfBirth,
            @Nullable List<@Valid IdentifierRequest> identifiers,
            @Nullable List<@NotNull PriorityGround> priority) {

        PersonName name() {
            return new PersonName(givenName, familyName, preferredName);
        }

        String spoken() {
            String spoken = language;
            return spoken == null || spoken.isBlank() ? "en" : spoken;
        }

        IdentityCipher.OpenIdentity open() {
            return new IdentityCipher.OpenIdentity(
                    dateOfBirth,
                    orEmpty(identifiers).stream()
                            .map(each -> new Identifier(each.kind(), each.issuer(), each.value()))
                            .toList());
        }

        List<PriorityGround> grounds() {
            return orEmpty(priority);
        }

        @Override
        public String toString() {
            return "IdentityRequest[withheld]";
        }
    }

    /** @param notTheSameAs likely duplicates that are other people, with the reason */
    record IntakeRequest(
            @NotNull @Valid IdentityRequest identity,
            @NotNull UUID site,
            @Nullable List<@NotNull UUID> notTheSameAs,
            @Nullable @Size(max = 500) String becauseTheyDiffer) {}

    record ContactRequest(
            @NotNull UUID id,
            Contact.@NotNull Kind kind,
            @NotBlank @Size(max = 300) String value,
            Contact.@NotNull Owner owner,
            @Nullable @Size(max = NAME) String personName,
            @Nullable @Size(max = NAME) String relationship,
            boolean stable,
            boolean mayBeCalled,
            int rank,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record BusyRequest(
            @NotNull UUID id,
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime until,
            BusyTime.@NotNull Reason reason) {}

    record ContactPlanRequest(
            @NotNull List<@Valid ContactRequest> contacts,
            @Nullable List<@Valid BusyRequest> busy,
            @Nullable @Size(max = 500) String noRelativesBecause) {

        ContactPlan plan() {
            return new ContactPlan(
                    contacts.stream()
                            .map(c -> new Contact(
                                    c.id(),
                                    c.kind(),
                                    c.value().strip(),
                                    c.owner(),
                                    c.personName(),
                                    c.relationship(),
                                    c.stable(),
                                    c.mayBeCalled(),
                                    c.rank(),
                                    c.from(),
                                    c.until()))
                            .toList(),
                    orEmpty(busy).stream()
                            .map(b -> new BusyTime(b.id(), b.day(), b.from(), b.until(), b.reason()))
                            .toList(),
                    noRelativesBecause);
        }
    }

    /** @param on one day, or {@code day} of each week between {@code from} and {@code until} */
    record ReportingRequest(
            @NotNull UUID id,
            @Nullable LocalDate on,
            @Nullable DayOfWeek day,
            @NotNull LocalTime begins,
            @NotNull LocalTime ends,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record SupervisionRequest(
            @NotBlank @Size(max = NAME) String officer,
            @NotBlank @Size(max = NAME) String agency,
            @Nullable UUID recipient,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 200) String email,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = 50) List<@Valid ReportingRequest> reporting) {

        Supervision supervision() {
            return new Supervision(
                    officer,
                    agency,
                    recipient,
                    phone,
                    email,
                    from,
                    until,
                    orEmpty(reporting).stream()
                            .map(r -> new Supervision.Reporting(
                                    r.id(), r.on(), r.day(), r.begins(), r.ends(), r.from(), r.until()))
                            .toList());
        }
    }

    record MoveRequest(@NotNull UUID site) {}

    record MergeRequest(@NotNull UUID into) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
