package org.throughcare.participant.site.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.ChangingTheStaffingModel;
import org.throughcare.participant.site.OpeningASite;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.Site;
import org.throughcare.participant.site.SiteSnapshot;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/sites")
class SiteController {

    private static final int MANY = 500;

    private final Aggregates<Site> sites;
    private final OpeningASite opening;
    private final ChangingTheStaffingModel changingModel;

    SiteController(Aggregates<Site> sites, OpeningASite opening, ChangingTheStaffingModel changingModel) {
        this.sites = sites;
        this.opening = opening;
        this.changingModel = changingModel;
    }

    record PlaceRequest(
            @NotNull UUID id,
            @NotBlank String name,
            @NotNull Setting setting) {}

    /**
     * @param programme LEAP unless said otherwise
     * @param staffingModel of a site that opens; later it changes by {@code /staffing-model} alone
     */
    record SiteRequest(
            @NotBlank String name,
            @NotBlank String town,
            @NotNull ZoneId zone,
            @Nullable Programme programme,
            @NotNull StaffingModel staffingModel,
            @NotEmpty List<@Valid PlaceRequest> places,
            @Nullable Boolean active) {

        Site.Details details() {
            return new Site.Details(
                    name,
                    town,
                    zone,
                    programme == null ? Programme.LEAP : programme,
                    places.stream()
                            .map(place -> new Site.Place(place.id(), place.name(), place.setting()))
                            .toList(),
                    active == null || active);
        }
    }

    /** A site is opened, or says something new of itself. To say something new of a site that is there, say which revision is meant. */
    @PutMapping("/{id}")
    ResponseEntity<Object> put(
            @PathVariable UUID id, @Valid @RequestBody SiteRequest asked, Command command, Caller caller) {
        requireAdministrator(caller);
        if (command.expectedRevision() == null
                && sites.find(id.toString())
                        .filter(before -> !before.state().says(asked.details()))
                        .isPresent()) {
            throw ProblemException.preconditionRequired();
        }
        return Answers.of(
                opening.openOrChange(command, id, asked.details(), asked.staffingModel()),
                "site",
                SiteController::view);
    }

    record ModelRequest(
            @NotNull StaffingModel staffingModel, @NotNull LocalDate on) {}

    /**
     * The site goes over to another staffing model on a day at the site (L7); open cases follow, and none loses its worker,
     * appointments or handover.
     */
    @PostMapping("/{id}/staffing-model")
    ResponseEntity<Object> changeModel(
            @PathVariable UUID id, @Valid @RequestBody ModelRequest asked, Command command, Caller caller) {
        requireAdministrator(caller);
        return Answers.of(
                changingModel.change(command, id, asked.staffingModel(), asked.on()), "site", SiteController::view);
    }

    /** One site with its places. */
    @GetMapping("/{id}")
    ResponseEntity<Object> site(@PathVariable UUID id) {
        return sites.find(id.toString())
                .map(stored -> Answers.found(stored, SiteController::view))
                .orElseThrow(() -> ProblemException.notFound("site", id.toString()));
    }

    /** All sites that are active. */
    @GetMapping
    List<SiteSnapshot> sites() {
        return sites.where("active", true, MANY).stream()
                .map(stored -> SiteSnapshot.of(stored.state()))
                .toList();
    }

    private static Object view(Stored<Site> stored) {
        return SiteSnapshot.of(stored.state());
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Sites are set up by the grantee's administrator.");
        }
    }
}
