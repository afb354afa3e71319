package org.throughcare.referral.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.platform.web.ProblemException.Fault;
import org.throughcare.referral.directory.CertifyingAProvider;
import org.throughcare.referral.directory.ImportingListings;
import org.throughcare.referral.directory.Listings;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.directory.ServiceListing;
import org.throughcare.referral.directory.ServiceListingSnapshot;
import org.throughcare.referral.directory.hsds.HsdsDocument;
import org.throughcare.referral.directory.hsds.HsdsFault;
import org.throughcare.referral.directory.hsds.HsdsReading;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/directory")
class DirectoryController {

    private static final int PAGE = 50;
    private static final int MOST_FAULTS_TOLD = 200;

    private final Listings listings;
    private final ImportingListings importing;
    private final CertifyingAProvider certifying;
    private final Aggregates<ServiceListing> all;
    private final Aggregates<Partner> partners;

    DirectoryController(
            Listings listings,
            ImportingListings importing,
            CertifyingAProvider certifying,
            Aggregates<ServiceListing> all,
            Aggregates<Partner> partners) {
        this.listings = listings;
        this.importing = importing;
        this.certifying = certifying;
        this.all = all;
        this.partners = partners;
    }

    /** @param faults of the rows left out, when asked to take the rest */
    record ImportAnswer(int added, int changed, int unchanged, List<String> refused, List<HsdsFault> faults) {}

    /** Takes in all or nothing, unless {@code partial} asks for what is sound. */
    @PostMapping("/imports")
    ResponseEntity<Object> take(
            @RequestBody JsonNode document,
            @RequestParam(defaultValue = "false") boolean partial,
            Command command,
            Caller caller) {
        requireAdministrator(caller);
        HsdsReading reading = HsdsDocument.read(document);
        if (!reading.faults().isEmpty() && !partial) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "import-faults",
                    reading.faults().size() + " faults; nothing was taken in.",
                    reading.faults().stream()
                            .limit(MOST_FAULTS_TOLD)
                            .map(each -> new Fault(each.path(), each.rule(), each.detail()))
                            .toArray(Fault[]::new));
        }
        ImportingListings.Imported done = importing.take(command, reading.sound());
        return ResponseEntity.ok(new ImportAnswer(
                done.added(),
                done.changed(),
                done.unchanged(),
                done.refused(),
                reading.faults().stream().limit(MOST_FAULTS_TOLD).toList()));
    }

    /** @param partner set when its provider is a partner that can be referred to through the suite */
    record ListingView(@Nullable UUID partner, ServiceListingSnapshot listing) {}

    /** @param next where the next page begins; left out on the last one */
    record ListingPage(List<ListingView> items, @Nullable String next) {}

    /**
     * Services in the directory, by words and kind of need (Y17).
     *
     * @param q up to eight words, each of which must occur
     * @param limit 1 to 50
     * @param cursor {@code next} of an earlier page
     */
    @GetMapping("/services")
    ListingPage services(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable NeedKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PAGE) int limit) {
        List<String> words = Stream.of(q.strip().split("\\s+"))
                .filter(word -> !word.isBlank())
                .limit(8)
                .toList();
        List<ServiceListing> found = listings.find(words, kind, opened(cursor), limit + 1);
        List<ServiceListing> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                (page.getLast().name() + "|" + page.getLast().id()).getBytes(StandardCharsets.UTF_8))
                : null;
        return new ListingPage(page.stream().map(this::view).toList(), next);
    }

    /** One service in the directory, and the partner through whom it can be referred to, if there is one (Y17). */
    @GetMapping("/services/{id}")
    ResponseEntity<Object> service(@PathVariable UUID id) {
        return all.find(id.toString())
                .map(stored -> Answers.found(stored, each -> view(each.state())))
                .orElseThrow(() -> ProblemException.notFound("service", id.toString()));
    }

    /** @param source where the certification was seen, e.g. the state's eligible training provider list */
    record CertificationRequest(
            @NotBlank @Size(max = 200) String source,
            @NotNull LocalDate until) {}

    /** Staff saw a training provider on the list of certified ones, which holds until a day (C5). 422 when that has passed. */
    @PutMapping("/services/{id}/certification")
    ResponseEntity<Object> certify(
            @PathVariable UUID id, @Valid @RequestBody CertificationRequest asked, Command command, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Providers are certified by a supervisor or the grantee's administrator.");
        }
        return Answers.of(
                certifying.certify(command, id, caller.id(), asked.source(), asked.until()),
                "service",
                stored -> view(stored.state()));
    }

    private ListingView view(ServiceListing listing) {
        Optional<Stored<Partner>> partner =
                partners.where("organization", listing.organization().id().toString(), 1).stream()
                        .filter(stored -> stored.state().active())
                        .findFirst();
        return new ListingView(
                partner.map(stored -> stored.state().id()).orElse(null), ServiceListingSnapshot.of(listing));
    }

    private static @Nullable String opened(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid("cursor", "format", "Use the cursor as it was given.");
        }
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("The directory is imported by the grantee's administrator.");
        }
    }
}
