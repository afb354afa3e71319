package org.throughcare.referral.directory.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.ServiceListing;
import tools.jackson.databind.JsonNode;

/**
 * The tables of an HSDS 3.0 package as one JSON object, {@code {"organization": [...], "service": [...], ...}}, put together
 * into one listing per service. Taxonomy terms hang on services by {@code attribute} rows; the terms may be anybody's.
 */
public final class HsdsDocument {

    private static final Set<String> STATUSES = Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final Set<String> LOCATION_TYPES = Set.of("physical", "postal", "virtual");
    private static final Set<String> ADDRESS_TYPES = Set.of("physical", "postal", "virtual");
    private static final Set<String> FREQUENCIES = Set.of("WEEKLY", "MONTHLY");
    private static final int MOST_ROWS = 50_000;

    private final JsonNode document;
    private final List<HsdsFault> faults = new ArrayList<>();
    private final Map<String, Set<UUID>> ids = new HashMap<>();
    private final Set<UUID> unsoundServices = new HashSet<>();
    private final Map<UUID, ServiceListing.Organization> organizations = new HashMap<>();
    private final Map<UUID, String[]> locations = new LinkedHashMap<>();
    private final Map<UUID, List<ServiceListing.Address>> addresses = new HashMap<>();
    private final Map<UUID, List<ServiceListing.Phone>> phones = new HashMap<>();
    private final Map<UUID, List<ServiceListing.Opening>> schedules = new HashMap<>();
    private final Map<UUID, ServiceListing.Term> terms = new HashMap<>();
    private final Map<UUID, List<ServiceListing.Term>> termsOf = new HashMap<>();
    private final Map<UUID, List<UUID>> placesOf = new HashMap<>();
    private final Map<UUID, UUID> serviceOfPlace = new HashMap<>();

    private HsdsDocument(JsonNode document) {
        this.document = document;
    }

    public static HsdsReading read(JsonNode document) {
        return new HsdsDocument(document).read();
    }

    private HsdsReading read() {
        if (!document.isObject()) {
            faults.add(new HsdsFault("document", 0, "", "type", "An HSDS package is a JSON object of tables."));
            return new HsdsReading(List.of(), faults);
        }
        document.propertyNames().stream()
                .filter(table -> !HsdsFields.OF.containsKey(table))
                .sorted()
                .forEach(table ->
                        faults.add(new HsdsFault(table, 0, "", "unknown-table", "This table is not taken in.")));
        each("organization", this::organization);
        each("location", this::location);
        each("service_at_location", this::place);
        each("address", this::address);
        each("phone", this::phone);
        each("schedule", this::schedule);
        each("taxonomy_term", this::term);
        each("attribute", this::attribute);
        List<ServiceListing> sound = new ArrayList<>();
        each("service", row -> {
            ServiceListing listing = service(row);
            if (listing != null && row.sound() && !unsoundServices.contains(listing.id())) {
                sound.add(listing);
            }
        });
        return new HsdsReading(sound, faults);
    }

    private interface RowReader {
        void read(HsdsRow row);
    }

    private void each(String table, RowReader reader) {
        JsonNode rows = document.path(table);
        if (rows.isMissingNode()) {
            return;
        }
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            faults.add(new HsdsFault(table, 0, "", "type", "A table is an array of at most " + MOST_ROWS + " rows."));
            return;
        }
        int number = 0;
        for (JsonNode each : rows) {
            HsdsRow row = new HsdsRow(table, number++, each, faults);
            if (row.sound()) {
                row.onlyKnows(HsdsFields.OF.getOrDefault(table, Set.of()));
                reader.read(row);
            }
        }
    }

    private @Nullable UUID ownId(String table, HsdsRow row) {
        UUID id = row.requiredId("id");
        if (id != null && !ids.computeIfAbsent(table, t -> new HashSet<>()).add(id)) {
            row.fault("id", "unique", "Another row of this table has this id.");
        }
        return id;
    }

    private void organization(HsdsRow row) {
        UUID id = ownId("organization", row);
        String name = row.required("name");
        String description = row.required("description");
        String website = row.webAddress("website");
        if (id != null && row.sound()) {
            organizations.put(id, new ServiceListing.Organization(id, name, description, website));
        }
    }

    private void location(HsdsRow row) {
        UUID id = ownId("location", row);
        String type = row.oneOf("location_type", LOCATION_TYPES);
        String name = row.text("name");
        if (id != null && row.sound()) {
            locations.put(id, new String[] {type, name == null ? "" : name});
        }
    }

    private void place(HsdsRow row) {
        UUID id = ownId("service_at_location", row);
        UUID service = row.requiredId("service_id");
        UUID location = row.requiredId("location_id");
        if (location != null && !locations.containsKey(location)) {
            row.fault("location_id", "reference", "There is no such row in location.");
        }
        if (service != null && location != null) {
            placesOf.computeIfAbsent(service, s -> new ArrayList<>()).add(location);
            if (id != null) {
                serviceOfPlace.put(id, service);
            }
            blame(row, service);
        }
    }

    private void blame(HsdsRow row, UUID service) {
        if (!row.sound()) {
            unsoundServices.add(service);
        }
    }

    private void address(HsdsRow row) {
        UUID id = ownId("address", row);
        UUID location = row.id("location_id");
        String one = row.required("address_1");
        String two = row.text("address_2");
        String city = row.required("city");
        String state = row.required("state_province");
        String code = row.required("postal_code");
        String country = row.required("country");
        String type = row.oneOf("address_type", ADDRESS_TYPES);
        if (location != null && !locations.containsKey(location)) {
            row.fault("location_id", "reference", "There is no such row in location.");
        }
        if (id != null && location != null) {
            if (row.sound()) {
                addresses
                        .computeIfAbsent(location, l -> new ArrayList<>())
                        .add(new ServiceListing.Address(id, one, two, city, state, code, country, type));
            }
            placesOf.forEach((service, places) -> {
                if (places.contains(location)) {
                    blame(row, service);
                }
            });
        }
    }

    private void phone(HsdsRow row) {
        UUID id = ownId("phone", row);
        String number = row.required("number");
        String extension = row.wholeNumber("extension", 0, 999_999) instanceof Integer n ? String.valueOf(n) : null;
        String type = row.text("type");
        String description = row.text("description");
        UUID owner = owner(row, List.of("service_id", "location_id", "organization_id"));
        if (id != null && owner != null) {
            blame(row, owner);
        }
        if (id != null && owner != null && row.sound()) {
            phones.computeIfAbsent(owner, o -> new ArrayList<>())
                    .add(new ServiceListing.Phone(id, number, extension, type, description));
        }
    }

    /** What a row belongs to: its service, or the service that stands at the place it names, or a location or organization. */
    private @Nullable UUID owner(HsdsRow row, List<String> fields) {
        UUID place = row.id("service_at_location_id");
        if (place != null) {
            UUID service = serviceOfPlace.get(place);
            if (service == null) {
                row.fault("service_at_location_id", "reference", "There is no such row in service_at_location.");
            }
            return service;
        }
        return fields.stream()
                .map(row::id)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void schedule(HsdsRow row) {
        UUID id = ownId("schedule", row);
        ServiceListing.Opening opening = id == null
                ? null
                : new ServiceListing.Opening(
                        id,
                        row.maybeOneOf("freq", FREQUENCIES),
                        row.text("byday"),
                        row.text("opens_at"),
                        row.text("closes_at"),
                        row.date("valid_from"),
                        row.date("valid_to"),
                        row.text("description"));
        UUID owner = owner(row, List.of("service_id", "location_id"));
        if (opening != null && owner != null) {
            blame(row, owner);
        }
        if (opening != null && owner != null && row.sound()) {
            schedules.computeIfAbsent(owner, o -> new ArrayList<>()).add(opening);
        }
    }

    private void term(HsdsRow row) {
        UUID id = ownId("taxonomy_term", row);
        String name = row.required("name");
        String description = row.required("description");
        if (id != null && row.sound() && !description.isEmpty()) {
            terms.put(id, new ServiceListing.Term(id, row.text("code"), name, row.text("taxonomy")));
        }
    }

    private void attribute(HsdsRow row) {
        UUID id = ownId("attribute", row);
        UUID link = row.requiredId("link_id");
        UUID term = row.requiredId("taxonomy_term_id");
        String entity = row.required("link_entity");
        if (term != null && !terms.containsKey(term)) {
            row.fault("taxonomy_term_id", "reference", "There is no such sound row in taxonomy_term.");
        }
        ServiceListing.Term known = term == null ? null : terms.get(term);
        if (link == null || id == null || !entity.equals("service")) {
            return;
        }
        blame(row, link);
        if (known != null) {
            termsOf.computeIfAbsent(link, l -> new ArrayList<>()).add(known);
        }
    }

    private @Nullable ServiceListing service(HsdsRow row) {
        UUID id = ownId("service", row);
        UUID organization = row.requiredId("organization_id");
        String name = row.required("name");
        String status = row.oneOf("status", STATUSES);
        ServiceListing.Details details = new ServiceListing.Details(
                row.text("alternate_name"),
                row.text("description"),
                row.webAddress("url"),
                row.text("email"),
                row.text("application_process"),
                row.text("fees_description"),
                row.text("eligibility_description"),
                row.wholeNumber("minimum_age", 0, 130),
                row.wholeNumber("maximum_age", 0, 130),
                row.text("accreditations"),
                row.text("alert"),
                row.date("assured_date"));
        ServiceListing.Organization provider = organization == null ? null : organizations.get(organization);
        if (organization != null && provider == null) {
            row.fault("organization_id", "reference", "There is no such sound row in organization.");
        }
        if (id == null || provider == null || !row.sound()) {
            return null;
        }
        List<UUID> places = placesOf.getOrDefault(id, List.of());
        return ServiceListing.described(
                id,
                provider,
                name,
                ServiceListing.Status.valueOf(
                        status.toUpperCase(java.util.Locale.ROOT).replace(' ', '_')),
                details,
                places.stream().map(this::locationAt).toList(),
                gathered(phones, id, places, provider.id()),
                gathered(schedules, id, places, null),
                termsOf.getOrDefault(id, List.of()));
    }

    private ServiceListing.Location locationAt(UUID id) {
        String[] known = locations.getOrDefault(id, new String[] {"physical", ""});
        return new ServiceListing.Location(
                id, known[0], known[1].isEmpty() ? null : known[1], addresses.getOrDefault(id, List.of()));
    }

    /** The service's own, else its places', else its organization's. */
    private static <T> List<T> gathered(
            Map<UUID, List<T>> all, UUID service, List<UUID> places, @Nullable UUID organization) {
        List<T> own = all.getOrDefault(service, List.of());
        if (!own.isEmpty()) {
            return own;
        }
        Function<UUID, List<T>> of = owner -> all.getOrDefault(owner, List.of());
        List<T> there =
                places.stream().flatMap(place -> of.apply(place).stream()).toList();
        return there.isEmpty() && organization != null ? of.apply(organization) : there;
    }
}
