package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.StaffingModel;

/** A case with some of it changed; what is looked up by follows from the rest. */
final class CaseEdit {

    private final Case before;
    private UUID site;
    private ZoneId zone;
    private StaffingModel model;
    private Case.Terms terms;
    private Team team;
    private CustodyFacts followed;
    private List<Handover> handovers;
    private List<Introduction> introductions;
    private @Nullable LocalDate contactCardGivenOn;
    private boolean contactCardAlerted;
    private @Nullable LocalDate introductionsDueOn;
    private @Nullable LocalDate introductionsAlertedOn;
    private List<Case.PhaseStep> phases;
    private @Nullable LocalDate yearEndsOn;
    private boolean yearEndAlerted;
    private Case.State state;
    private @Nullable LocalDate closedOn;
    private List<LevelOfCare> care;
    private List<Case.Communication> communications;

    CaseEdit(Case before) {
        this.before = before;
        this.site = before.site();
        this.zone = before.zone();
        this.model = before.staffingModel();
        this.terms = before.terms();
        this.team = before.team();
        this.followed = before.followed();
        this.handovers = before.handovers();
        this.introductions = before.introductions();
        this.contactCardGivenOn = before.contactCardGivenOn();
        this.contactCardAlerted = before.contactCardAlerted();
        this.introductionsDueOn = before.introductionsDueOn();
        this.introductionsAlertedOn = before.introductionsAlertedOn();
        this.phases = before.phases();
        this.yearEndsOn = before.yearEndsOn();
        this.yearEndAlerted = before.yearEndAlerted();
        this.state = before.state();
        this.closedOn = before.closedOn();
        this.care = before.care();
        this.communications = before.communications();
    }

    CaseEdit at(UUID there, ZoneId in) {
        this.site = there;
        this.zone = in;
        return this;
    }

    CaseEdit model(StaffingModel next) {
        this.model = next;
        return this;
    }

    CaseEdit under(Case.Terms next) {
        this.terms = next;
        return this;
    }

    CaseEdit team(Team next) {
        this.team = next;
        return this;
    }

    CaseEdit followed(CustodyFacts next) {
        this.followed = next;
        return this;
    }

    /** Adds it, or puts it in the place of the one with its id. */
    CaseEdit handover(Handover next) {
        List<Handover> all = new ArrayList<>(handovers);
        boolean replaced = false;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(next.id())) {
                all.set(i, next);
                replaced = true;
            }
        }
        if (!replaced) {
            all.add(next);
        }
        this.handovers = all;
        return this;
    }

    CaseEdit introductions(List<Introduction> next) {
        this.introductions = next;
        return this;
    }

    CaseEdit contactCardGivenOn(LocalDate on) {
        this.contactCardGivenOn = on;
        return this;
    }

    CaseEdit contactCardAlerted(boolean alerted) {
        this.contactCardAlerted = alerted;
        return this;
    }

    /** Where there is time again, or nothing is missing any more, what was announced is over. */
    CaseEdit introductionsDueOn(@Nullable LocalDate on, LocalDate today) {
        this.introductionsDueOn = on;
        if (on == null || !today.isAfter(on)) {
            this.introductionsAlertedOn = null;
        }
        return this;
    }

    CaseEdit introductionsAlertedOn(LocalDate on) {
        this.introductionsAlertedOn = on;
        return this;
    }

    CaseEdit phases(List<Case.PhaseStep> next) {
        this.phases = next;
        return this;
    }

    CaseEdit yearEndsOn(@Nullable LocalDate on) {
        this.yearEndsOn = on;
        this.yearEndAlerted = false;
        return this;
    }

    CaseEdit yearEndAlerted(boolean alerted) {
        this.yearEndAlerted = alerted;
        return this;
    }

    CaseEdit state(Case.State next) {
        this.state = next;
        return this;
    }

    CaseEdit closedOn(@Nullable LocalDate on) {
        this.closedOn = on;
        return this;
    }

    CaseEdit care(List<LevelOfCare> next) {
        this.care = next;
        return this;
    }

    CaseEdit communications(List<Case.Communication> next) {
        this.communications = next;
        return this;
    }

    Case done() {
        List<UUID> sites = Stream.concat(before.sites().stream(), Stream.of(site))
                .distinct()
                .toList();
        return new Case(
                before.participant(),
                site,
                zone,
                sites,
                before.programmes(),
                model,
                Case.modelKey(site, model, state),
                terms,
                team.primary().staff(),
                team,
                followed,
                handovers,
                introductions,
                contactCardGivenOn,
                contactCardAlerted,
                introductionsDueOn,
                introductionsAlertedOn,
                phases,
                yearEndsOn,
                yearEndAlerted,
                state,
                closedOn,
                care,
                communications);
    }
}
