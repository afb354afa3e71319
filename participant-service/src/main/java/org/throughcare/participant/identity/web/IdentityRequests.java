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

    /**
     * Who is taken in, and where.
     *
     * @param notTheSameAs likely duplicates that are other people
     * @param becauseTheyDiffer how staff know; asked for with them
     */
    record IntakeRequest(
            @NotNull @Valid IdentityRequest identity,
            @NotNull UUID site,
            @Nullable List<@NotNull UUID> notTheSameAs,
            @Nullable @Size(max = 500) String becauseTheyDiffer) {}

    /**
     * One way to reach the participant: their own, or through someone who knows them (L9).
     *
     * @param personName whose it is, when not the participant's own
     * @param relationship to the participant, in the participant's words
     * @param stable belongs to the one relative or friend who stays reachable
     * @param mayBeCalled the participant agreed that it is used
     * @param rank order of use, from 1; each only once
     * @param from first day on which it is valid; left out when it has been all along
     * @param until last day on which it is valid; left out while it is not known to end
     */
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

    /** When the participant cannot come, each week; local at their site (L8). */
    record BusyRequest(
            @NotNull UUID id,
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime until,
            BusyTime.@NotNull Reason reason) {}

    /**
     * All ways to reach the participant, and when they are busy.
     *
     * @param noRelativesBecause why there is no relative or friend among the contacts; asked for then
     */
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

    /**
     * Formal supervision and the officer in charge of it (L14). Days are the site's.
     *
     * @param recipient the agency as releases of information name it; left out while there is none
     * @param until last day, when known
     * @param reporting when the person has to report, so that appointments can be kept clear of it
     */
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

    /** Where the participant goes on. */
    record MoveRequest(@NotNull UUID site) {}

    /** @param into the record that stands for the person from now on */
    record MergeRequest(@NotNull UUID into) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
