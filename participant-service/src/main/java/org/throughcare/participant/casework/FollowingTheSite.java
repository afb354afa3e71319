package org.throughcare.participant.casework;

import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.site.Site;
import org.throughcare.participant.site.SitePolicies;
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

    /** A case that opened, or opened again, beside a change of its site's model or of its participant's site. */
    public void catchUp(UUID participant) {
        @Nullable Stored<Case> found = cases.find(participant.toString()).orElse(null);
        if (found == null) {
            return;
        }
        sites.find(found.state().site().toString())
                .filter(site -> site.state().staffingModel() != found.state().staffingModel())
                .ifPresent(site -> cases.change(
                        Command.effectOf(
                                "case-catches-up", site.revision() + "/" + found.revision(), participant.toString()),
                        participant.toString(),
                        of -> CaseTeamwork.followModel(of, site.state().staffingModel())));
        followParticipant(participant);
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
            boolean elsewhere = cases.find(participant.toString())
                    .filter(of -> !of.state().site().equals(moved.site()))
                    .isPresent();
            if (!elsewhere) {
                return;
            }
            SitePolicies.SiteToday next = terms.at(moved.site());
            Site to = next.site();
            Case.Terms now = CaseTerms.of(next.policy());
            cases.change(
                    Command.effectOf(
                            "case-follows-participant", participant + ":" + found.revision(), participant.toString()),
                    participant.toString(),
                    of -> CaseTeamwork.moveTo(of, to.id(), to.zone(), to.staffingModel(), now));
        });
    }
}
