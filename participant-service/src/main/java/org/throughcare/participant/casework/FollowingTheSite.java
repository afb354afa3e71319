package org.throughcare.participant.casework;

import java.util.EnumSet;
import java.util.UUID;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.site.Site;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Open cases go over to their site's staffing model (L7), and to their participant's site (N15). Repeatable: it looks for
 * those that have yet to go.
 */
public final class FollowingTheSite {

    private static final int AT_ONCE = 200;

    private final Aggregates<Case> cases;
    private final Aggregates<Site> sites;
    private final Aggregates<Participant> participants;
    private final CaseTerms terms;

    public FollowingTheSite(
            Aggregates<Case> cases, Aggregates<Site> sites, Aggregates<Participant> participants, CaseTerms terms) {
        this.cases = cases;
        this.sites = sites;
        this.participants = participants;
        this.terms = terms;
    }

    public void followModel(UUID site) {
        sites.find(site.toString()).ifPresent(found -> {
            for (StaffingModel old :
                    EnumSet.complementOf(EnumSet.of(found.state().staffingModel()))) {
                String key = Case.modelKey(site, old, Case.State.OPEN);
                while (moveSome(key, found)) {
                    // until none is left
                }
            }
        });
    }

    private boolean moveSome(String key, Stored<Site> site) {
        boolean moved = false;
        for (Stored<Case> each : cases.where("modelKey", key, AT_ONCE)) {
            Command command = Command.effectOf("case-follows-model", site.id() + ":" + site.revision(), each.id())
                    .inBulk();
            moved |= cases.change(
                            command,
                            each.id(),
                            of -> CaseTeamwork.followModel(of, site.state().staffingModel()))
                    .now()
                    .filter(now -> !now.state().modelKey().equals(key))
                    .isPresent();
        }
        return moved;
    }

    public void followParticipant(UUID participant) {
        participants.find(participant.toString()).ifPresent(found -> {
            Participant moved = found.state();
            Site there = terms.at(moved.site()).site();
            Case.Terms now = CaseTerms.of(terms.at(moved.site()).policy());
            cases.change(
                    Command.effectOf(
                            "case-follows-participant", participant + ":" + found.revision(), participant.toString()),
                    participant.toString(),
                    of -> CaseTeamwork.moveTo(of, there.id(), there.zone(), there.staffingModel(), now));
        });
    }
}
