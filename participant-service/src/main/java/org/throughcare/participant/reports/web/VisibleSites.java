package org.throughcare.participant.reports.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

/** Staff see reports of their sites; administrators, monitors and the suite itself those of all sites; partners none. */
public final class VisibleSites {

    private final ReportSources sources;

    public VisibleSites(ReportSources sources) {
        this.sources = sources;
    }

    /** @param site one alone; null for all that the caller may see */
    public List<Known.Site> of(Caller caller, @Nullable UUID site) {
        if (caller.is(Role.PARTNER_STAFF)) {
            throw ProblemException.forbidden("Reports are for the grantee's own staff.");
        }
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.MONITOR, Role.SYSTEM);
        if (site != null) {
            if (!all && !caller.sites().contains(site.toString())) {
                throw ProblemException.forbidden("You do not work at this site.");
            }
            return List.of(sources.site(site.toString())
                    .orElseThrow(() -> ProblemException.notFound("site", site.toString())));
        }
        return all
                ? sources.sites()
                : caller.sites().stream()
                        .sorted()
                        .flatMap(each -> sources.site(each).stream())
                        .toList();
    }
}
