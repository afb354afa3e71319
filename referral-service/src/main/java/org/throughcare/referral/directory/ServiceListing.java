package org.throughcare.referral.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * One service in the resource directory (Y17), in the words of Open Referral HSDS 3.0. An import replaces what it says of itself;
 * what staff found out about it, above all whether it is a certified training provider (C5), stays.
 *
 * @param kinds worked out from its name, description and taxonomy terms, for search
 * @param certification for training providers, given by staff
 * @param words everything that is searched, in lower case
 */
public record ServiceListing(
        UUID id,
        Organization organization,
        String name,
        Status status,
        Details details,
        List<Location> locations,
        List<Phone> phones,
        List<Opening> schedules,
        List<Term> terms,
        List<NeedKind> kinds,
        @Nullable Certification certification,
        String words) {

    /** As published in HSDS 3.0. */
    public enum Status {
        ACTIVE("active"),
        INACTIVE("inactive"),
        DEFUNCT("defunct"),
        TEMPORARILY_CLOSED("temporarily closed");

        private final String published;

        Status(String published) {
            this.published = published;
        }

        public String published() {
            return published;
        }
    }

    /** Who provides it. */
    public record Organization(
            UUID id,
            String name,
            @Nullable String description,
            @Nullable String website) {}

    /**
     * What a case manager reads before referring.
     *
     * @param assuredDate when somebody last vouched for the entry
     */
    public record Details(
            @Nullable String alternateName,
            @Nullable String description,
            @Nullable String url,
            @Nullable String email,
            @Nullable String applicationProcess,
            @Nullable String feesDescription,
            @Nullable String eligibilityDescription,
            @Nullable Integer minimumAge,
            @Nullable Integer maximumAge,
            @Nullable String accreditations,
            @Nullable String alert,
            @Nullable LocalDate assuredDate) {}

    /** Where it is given. */
    public record Location(UUID id, String type, @Nullable String name, List<Address> addresses) {

        public Location {
            addresses = addresses == null ? List.of() : List.copyOf(addresses);
        }
    }

    /** A postal or physical address. */
    public record Address(
            UUID id,
            String addressOne,
            @Nullable String addressTwo,
            String city,
            String stateProvince,
            String postalCode,
            String country,
            String type) {}

    /** A number to call. */
    public record Phone(
            UUID id,
            String number,
            @Nullable String extension,
            @Nullable String type,
            @Nullable String description) {}

    /** When it is open, as recurrence parts of RFC 5545. */
    public record Opening(
            UUID id,
            @Nullable String freq,
            @Nullable String byday,
            @Nullable String opensAt,
            @Nullable String closesAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String description) {}

    /** A term of anybody's taxonomy. */
    public record Term(
            UUID id,
            @Nullable String code,
            String name,
            @Nullable String taxonomy) {}

    /**
     * That staff have seen the provider on the state's list of certified ones (C5).
     *
     * @param until last day on which it holds
     */
    public record Certification(String by, String source, LocalDate until) {

        public boolean holdsOn(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    public ServiceListing {
        locations = locations == null ? List.of() : List.copyOf(locations);
        phones = phones == null ? List.of() : List.copyOf(phones);
        schedules = schedules == null ? List.of() : List.copyOf(schedules);
        terms = terms == null ? List.of() : List.copyOf(terms);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** A listing as an import describes it. */
    public static ServiceListing described(
            UUID id,
            Organization organization,
            String name,
            Status status,
            Details details,
            List<Location> locations,
            List<Phone> phones,
            List<Opening> schedules,
            List<Term> terms) {
        String said = Stream.concat(
                        Stream.of(
                                name, organization.name(), text(details.alternateName()), text(details.description())),
                        terms.stream().map(Term::name))
                .collect(Collectors.joining(" "));
        String towns = locations.stream()
                .flatMap(location -> location.addresses().stream())
                .map(Address::city)
                .collect(Collectors.joining(" "));
        return new ServiceListing(
                id,
                organization,
                name,
                status,
                details,
                locations,
                phones,
                schedules,
                terms,
                NeedKind.in(said),
                null,
                (said + " " + towns).toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    public Decision<ServiceListing> imported(ServiceListing newer) {
        ServiceListing next = newer.certified(certification);
        return next.equals(this)
                ? Decision.unchanged()
                : Decision.accept(next, new ServiceListingEvent.ListingImported(next.name()));
    }

    public Decision<ServiceListing> certify(String by, String source, LocalDate until, LocalDate today) {
        if (until.isBefore(today)) {
            return Decision.refuse(Refusal.invalid("C5", "until", "That certification has run out already."));
        }
        Certification given = new Certification(by, source, until);
        return given.equals(certification)
                ? Decision.unchanged()
                : Decision.accept(certified(given), new ServiceListingEvent.ListingCertified(until));
    }

    /** Whether people can be referred to it now. */
    public boolean open() {
        return status == Status.ACTIVE;
    }

    private ServiceListing certified(@Nullable Certification given) {
        return new ServiceListing(
                id, organization, name, status, details, locations, phones, schedules, terms, kinds, given, words);
    }
}
